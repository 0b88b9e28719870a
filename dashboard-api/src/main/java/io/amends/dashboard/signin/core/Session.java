package io.amends.dashboard.signin.core;

import io.amends.kit.id.Sha256;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session's cookie says, encrypted, of the sign-in it comes from. It names no session of its own: a person who
 * signs out anywhere is signed out everywhere.
 *
 * @param epoch how often this person had signed out when this began
 * @param since when they signed in, in whole seconds
 * @param mark tells apart the password they had when they signed in from a later one
 * @param way how they signed in
 */
public record Session(String name, long epoch, Instant since, String mark, Way way) {
    private static final int MARK_LENGTH = 16;
    /** Stands before the mark of who came so; a mark has digits and the letters a to f alone. */
    private static final String VOUCHED = "v";

    /** How somebody signed in. */
    public enum Way {
        /** By a password. */
        PASSWORD,
        /** By somebody else who vouches for them. */
        VOUCHED
    }

    /** A session that begins now. */
    public static Session of(Users.User user, Way way, long epoch, Instant now) {
        return new Session(user.name(), epoch, Instant.ofEpochSecond(now.getEpochSecond()), mark(user), way);
    }

    /** The session as it stands in the cookie; the name comes last, since it may hold any sign. */
    public String written() {
        return epoch + "|" + since.getEpochSecond() + "|" + (way == Way.VOUCHED ? VOUCHED : "") + mark + "|" + name;
    }

    /** Reads what was written; null where it is something else. */
    public static @Nullable Session read(String written) {
        String[] parts = written.split("\\|", 4);
        if (parts.length < 4) {
            return null;
        }
        boolean vouched = parts[2].startsWith(VOUCHED);
        try {
            return new Session(
                    parts[3],
                    Long.parseLong(parts[0]),
                    Instant.ofEpochSecond(Long.parseLong(parts[1])),
                    vouched ? parts[2].substring(VOUCHED.length()) : parts[2],
                    vouched ? Way.VOUCHED : Way.PASSWORD);
        } catch (RuntimeException e) {
            return null; // a cookie of an earlier version
        }
    }

    /**
     * Whether it still counts: nobody signed this person out since, the password is the same, people still sign in that way,
     * and it is not too old, however much it was used.
     *
     * @param passwords whether people sign in by a password now
     */
    public boolean holds(Users.User user, boolean passwords, long epochNow, Instant now, Duration longest) {
        return name.equals(user.name())
                && (way == Way.VOUCHED || passwords)
                && epoch == epochNow
                && mark.equals(mark(user))
                && now.isBefore(since.plus(longest));
    }

    private static String mark(Users.User user) {
        String hash = user.hash();
        return Sha256.hex(hash == null ? "" : hash).substring(0, MARK_LENGTH);
    }
}
