package io.amends.alerting.rendering;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines of the plain text. Here the line is all the structure there is, so no line of a customer's words looks like one
 * of ours: what they wrote is marked line by line, and broken before a mail program would break it without the mark.
 * Only quoted lines begin with the mark.
 */
final class TextLines {
    private static final String MARK = ">";
    private static final String INDENT = "   ";
    private static final int WIDTH = 76;

    private TextLines() {}

    /** Somebody's words, with the mark at the start of every line. */
    static String quoted(String words) {
        String start = INDENT + MARK + " ";
        return words.lines()
                .flatMap(line -> broken(line, WIDTH - start.length(), false).stream())
                .map(line -> (start + line).stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    /** The text with what is told of a case in short lines; where one goes on it stands further in. */
    static String folded(String text) {
        return text.lines().map(TextLines::fold).collect(Collectors.joining("\n"));
    }

    private static String fold(String line) {
        boolean ofCase = line.startsWith(INDENT) || line.matches("[0-9]+\\. .*");
        if (!ofCase || line.startsWith(INDENT + MARK) || columns(line) <= WIDTH) {
            return line;
        }
        String indent = line.startsWith(INDENT) ? INDENT : "";
        return indent
                + broken(line.strip(), WIDTH - 2 * INDENT.length(), true).stream()
                        .map(part -> part.startsWith(MARK) ? "…" + part : part)
                        .collect(Collectors.joining("\n" + INDENT + INDENT));
    }

    /** Breaks between words, and within a word only where it is longer than a line. Our links stay whole, so that they open. */
    private static List<String> broken(String line, int width, boolean wholeLinks) {
        List<String> lines = new ArrayList<>();
        String current = "";
        for (String word : line.split(" ", -1)) {
            if (!current.isEmpty() && columns(current) + 1 + columns(word) > width) {
                lines.add(current);
                current = word;
            } else {
                current += current.isEmpty() ? word : " " + word;
            }
            while (columns(current) > width && !(wholeLinks && word.matches("https?://.*"))) {
                int end = end(current, width);
                lines.add(current.substring(0, end));
                current = current.substring(end);
            }
        }
        lines.add(current);
        return lines;
    }

    /**
     * Where a line of so many columns ends. Japanese and Chinese have no blanks, and rules about what no line begins or ends
     * with; a text without such a place is broken anywhere.
     */
    private static int end(String text, int width) {
        int longest = longest(text, width);
        BreakIterator places = BreakIterator.getLineInstance(Locale.ROOT);
        places.setText(text);
        int before = places.preceding(longest + 1);
        return before > 0 ? before : longest;
    }

    private static int longest(String text, int width) {
        int columns = 0;
        int end = 0;
        while (end < text.length() && columns + columns(text.codePointAt(end)) <= width) {
            columns += columns(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int columns(String text) {
        return text.codePoints().map(TextLines::columns).sum();
    }

    private static int columns(int character) {
        int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        return width == UCharacter.EastAsianWidth.WIDE || width == UCharacter.EastAsianWidth.FULLWIDTH ? 2 : 1;
    }
}
