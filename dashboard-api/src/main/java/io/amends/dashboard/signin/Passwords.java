package io.amends.dashboard.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.amends.dashboard.signin.core.PasswordRules;
import io.amends.dashboard.signin.core.Users;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Hashes passwords, and checks them against their hashes: bcrypt (H1). Both take long, as they are meant to. */
@ApplicationScoped
public class Passwords {
    /** What stands behind the cost in a hash that is nobody's. */
    private static final String NOBODYS = "$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private final int cost;
    private final int highest;

    /** @param cost of the hashes that are made here */
    Passwords(BuiltInUsers configured, @ConfigProperty(name = "amends.passwords.cost") int cost) {
        this.cost = cost;
        this.highest = Math.max(cost, configured.highestCost());
    }

    /** The hash of a password that {@link PasswordRules} let pass. */
    public String hash(String password) {
        return new String(BCrypt.withDefaults().hash(cost, password.getBytes(UTF_8)), UTF_8);
    }

    /**
     * Whether a password is the one of that hash. It takes as long whatever the hash, so that time does not tell which names
     * exist, nor which of them are configured, whose hashes may have another cost.
     *
     * @param hash null where there is none: none fits
     */
    public boolean fits(String password, @Nullable String hash) {
        byte[] given = password.getBytes(UTF_8);
        boolean tooLong = given.length > PasswordRules.LONGEST;
        boolean right = false;
        for (String against : comparisons(hash, highest)) {
            boolean same = BCrypt.verifyer().verify(tooLong ? new byte[0] : given, against.getBytes(UTF_8)).verified;
            right |= same && against.equals(hash);
        }
        return right && !tooLong;
    }

    /**
     * The hashes that a password is held against, which together cost what one of the highest cost does: each more doubles
     * the work, so that 2^10 and hashes of nobody of 2^10 and 2^11 are 2^12.
     */
    static List<String> comparisons(@Nullable String hash, int highest) {
        if (hash == null) {
            return List.of(nobodys(highest));
        }
        return Stream.concat(
                        Stream.of(hash),
                        IntStream.range(Users.cost(hash), highest).mapToObj(Passwords::nobodys))
                .toList();
    }

    private static String nobodys(int cost) {
        return String.format(Locale.ROOT, "$2a$%02d", cost) + NOBODYS;
    }
}
