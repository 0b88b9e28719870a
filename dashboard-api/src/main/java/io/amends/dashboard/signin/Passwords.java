package io.amends.dashboard.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.dashboard.signin.core.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Hashes passwords, and checks them against their hashes: bcrypt (H1). Both take long, as they are meant to. */
@ApplicationScoped
public class Passwords {
    // A check against this takes as long as against a real one, so that time does not tell which names exist.
    private static final String NOBODYS = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final int COST = 10;

    /** The hash of a password that {@link PasswordRules} let pass. */
    public String hash(String password) {
        return new String(BCrypt.withDefaults().hash(COST, password.getBytes(UTF_8)), UTF_8);
    }

    /**
     * Whether a password is the one of that hash.
     *
     * @param hash null where there is none: it takes as long, and none fits
     */
    public boolean fits(String password, @Nullable String hash) {
        byte[] given = password.getBytes(UTF_8);
        boolean tooLong = given.length > PasswordRules.LONGEST;
        String against = hash == null || tooLong ? NOBODYS : hash;
        boolean right = BCrypt.verifyer().verify(tooLong ? new byte[0] : given, against.getBytes(UTF_8)).verified;
        return right && !tooLong && hash != null;
    }
}
