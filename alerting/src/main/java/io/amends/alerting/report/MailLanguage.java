package io.amends.alerting.report;

import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Portal;
import java.util.Locale;

/** In which language an alert is written: the reader's, else the portal's; English where it is not offered (C11). */
public final class MailLanguage {
    private MailLanguage() {}

    public static boolean isGerman(Contact reader, Portal portal) {
        String own = reader.language();
        return isGerman(own == null || own.isBlank() ? portal.language() : own);
    }

    /** The same for whoever has no language of their own. */
    public static boolean isGerman(Portal portal) {
        return isGerman(portal.language());
    }

    private static boolean isGerman(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals(Locale.GERMAN.getLanguage());
    }
}
