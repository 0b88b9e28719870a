package io.amends.dashboard.signin.oidc.core;

import io.amends.contracts.access.Role;

/**
 * A role that claims give.
 *
 * @param portal where; {@link io.amends.dashboard.people.core.Logins#INSTALLATION} for the whole installation
 */
record ClaimedRole(String portal, Role role) {}
