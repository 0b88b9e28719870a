package io.amends.dashboard.signin;

import io.amends.kit.access.Caller;
import io.amends.kit.access.Signature;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The signed-in person of this request, if there is one. */
@RequestScoped
public class Person {
    private final SecurityIdentity identity;

    Person(SecurityIdentity identity) {
        this.identity = identity;
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** The name to show and to sign notes with (D2); null where nobody is signed in. */
    public @Nullable String fullName() {
        if (!signedIn()) {
            return null;
        }
        String full = identity.getAttribute(Sessions.FULL_NAME);
        return full == null ? identity.getPrincipal().getName() : full;
    }

    /** How what they do is signed for ever and for other services; where nobody is signed in it is the caller, such as a key. */
    public String identity(Caller caller) {
        String user = user();
        return user == null ? caller.name() : Signature.PERSON + user;
    }

    /** The name they signed in with; null where nobody is signed in. */
    public @Nullable String user() {
        return signedIn() ? identity.getPrincipal().getName() : null;
    }
}
