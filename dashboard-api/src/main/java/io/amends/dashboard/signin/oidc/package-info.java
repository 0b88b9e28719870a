/** Signing in by OpenID Connect (H1): the platform speaks with the provider, and a session of ours begins. */
@NullMarked
package io.amends.dashboard.signin.oidc;

import org.jspecify.annotations.NullMarked;
