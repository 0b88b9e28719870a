package io.amends.messages.pseudo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a message into the pseudo language. */
public final class PseudoText {
    /** The language tag of the pseudo language; its plurals and dates are those of English. */
    public static final String TAG = "en-XA";

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "áƀçðéƒĝĥíĵķļɱñóþɋŕšţúʋŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚƲŴẊÝŽ";

    /** What a template engine or a browser reads: expressions, sections, markup and entities of HTML. */
    private static final Pattern CODE =
            Pattern.compile("\\{[a-zA-Z#/!_](?:[^{}'\"]|'[^']*'|\"[^\"]*\")*}|</?[a-zA-Z][^>]*>|&#?\\w+;");

    private PseudoText() {}

    /** The message with an accent on every letter that a person reads, in brackets. */
    public static String of(String message) {
        StringBuilder text = new StringBuilder("[");
        Matcher code = CODE.matcher(message);
        int read = 0;
        while (code.find()) {
            accent(message, read, code.start(), text);
            text.append(code.group());
            read = code.end();
        }
        accent(message, read, message.length(), text);
        return text.append(']').toString();
    }

    private static void accent(String message, int from, int to, StringBuilder text) {
        for (int i = from; i < to; i++) {
            int letter = PLAIN.indexOf(message.charAt(i));
            text.append(letter < 0 ? message.charAt(i) : ACCENTED.charAt(letter));
        }
    }
}
