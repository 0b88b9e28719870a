/** What the claims of OpenID Connect make of somebody, in plain Java (H1). */
@NullMarked
package io.amends.dashboard.signin.oidc.core;

import org.jspecify.annotations.NullMarked;
