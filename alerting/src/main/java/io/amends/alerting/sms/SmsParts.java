package io.amends.alerting.sms;

/**
 * How many parts a text message takes (3GPP TS 23.038 and 23.040). A text of the GSM alphabet has 160 septets in its one part
 * or 153 in each of several, of which a character of the extension table takes two; every other text has 70 or 67 units of
 * UCS-2. No character is torn apart between two parts.
 */
public final class SmsParts {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final int GSM_ALONE = 160;
    private static final int GSM_OF_SEVERAL = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_OF_SEVERAL = 67;

    private SmsParts() {}

    /** How many parts a text takes; at least one. */
    public static int of(String text) {
        boolean gsm = text.codePoints().allMatch(c -> septets(c) > 0);
        int[] sizes = text.codePoints()
                .map(c -> gsm ? septets(c) : Character.charCount(c))
                .toArray();
        int all = 0;
        for (int size : sizes) {
            all += size;
        }
        if (all <= (gsm ? GSM_ALONE : UCS2_ALONE)) {
            return 1;
        }
        return packed(sizes, gsm ? GSM_OF_SEVERAL : UCS2_OF_SEVERAL);
    }

    private static int packed(int[] sizes, int room) {
        int parts = 1;
        int used = 0;
        for (int size : sizes) {
            if (used + size > room) {
                parts++;
                used = 0;
            }
            used += size;
        }
        return parts;
    }

    /** The septets of a character in the GSM alphabet; 0 where it is not in it. */
    private static int septets(int codePoint) {
        if (BASIC.indexOf(codePoint) >= 0) {
            return 1;
        }
        return EXTENDED.indexOf(codePoint) >= 0 ? 2 : 0;
    }
}
