package io.amends.rules.words;

import io.amends.messages.Languages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language whoever asks over HTTP is answered (C11). What is stored or sent as an event is English. */
public final class ReaderLanguage {
    private ReaderLanguage() {}

    /**
     * The one they wish most of those that are spoken, else English.
     *
     * @param accepted {@code Accept-Language} of the request
     */
    public static Locale of(@Nullable String accepted) {
        return Languages.of(Languages.accepted(accepted), null);
    }
}
