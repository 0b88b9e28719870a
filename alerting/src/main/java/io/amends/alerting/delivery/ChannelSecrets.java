package io.amends.alerting.delivery;

import io.amends.kit.secrets.SecretBox;
import io.amends.kit.secrets.SecretBox.SealedShut;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The secrets of channels, sealed in the database (C8). */
@Singleton
final class ChannelSecrets {
    private static final String WHOSE = " WHERE portal = :portal AND channel = :channel";

    private final SecretBox box;

    ChannelSecrets(SecretBox box) {
        this.box = box;
    }

    /**
     * The secrets of a channel in clear.
     *
     * @param current by which posts are signed
     * @param previous by which they are signed as well
     * @param url where posts go, where that is a secret
     */
    record OpenSecrets(@Nullable String current, @Nullable String previous, @Nullable String url) {
        static final OpenSecrets NONE = new OpenSecrets(null, null, null);

        /** Those by which posts are signed. */
        Stream<String> signing() {
            return Stream.of(Optional.ofNullable(current), Optional.ofNullable(previous))
                    .flatMap(Optional::stream);
        }

        @Override
        public String toString() {
            return "OpenSecrets";
        }
    }

    private record Sealed(@Nullable String current, @Nullable String previous, @Nullable String url) {}

    /** Sets all secrets of a channel. */
    void put(Handle tx, ChannelId channel, OpenSecrets secrets) {
        tx.createUpdate(
                        """
                        INSERT INTO channel_secret (portal, channel, current, previous, url, changed_at)
                        VALUES (:portal, :channel, :current, :previous, :url, now())
                        ON CONFLICT (portal, channel) DO UPDATE SET current = excluded.current,
                          previous = excluded.previous, url = excluded.url, changed_at = excluded.changed_at""")
                .bind("portal", channel.portal())
                .bind("channel", channel.code())
                .bind("current", sealed(secrets.current(), place(channel, "current")))
                .bind("previous", sealed(secrets.previous(), place(channel, "previous")))
                .bind("url", sealed(secrets.url(), place(channel, "url")))
                .execute();
    }

    /**
     * The secrets of a channel.
     *
     * @throws SealedShut if this instance has not the key by which they were sealed
     */
    OpenSecrets of(Handle handle, ChannelId channel) throws SealedShut {
        Sealed sealed = handle.createQuery("SELECT current, previous, url FROM channel_secret" + WHOSE)
                .bind("portal", channel.portal())
                .bind("channel", channel.code())
                .map((row, context) ->
                        new Sealed(row.getString("current"), row.getString("previous"), row.getString("url")))
                .findOne()
                .orElse(null);
        if (sealed == null) {
            return OpenSecrets.NONE;
        }
        return new OpenSecrets(
                opened(sealed.current(), place(channel, "current")),
                opened(sealed.previous(), place(channel, "previous")),
                opened(sealed.url(), place(channel, "url")));
    }

    private @Nullable String sealed(@Nullable String secret, String place) {
        return secret == null ? null : box.seal(secret, place);
    }

    private @Nullable String opened(@Nullable String sealed, String place) throws SealedShut {
        return sealed == null ? null : box.open(sealed, place);
    }

    private static String place(ChannelId channel, String which) {
        return "channel " + channel.portal() + "/" + channel.code() + " " + which;
    }
}
