package io.amends.alerting.rendering;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Where a line of the PDF may end: where words end, and every few characters within what is longer than any word. For
 * each line the renderer measures all that it may not break. A word of 20,000 characters would be measured again for each
 * of its lines, and that takes hundreds of times as long as the same characters with blanks. The text itself is not
 * changed, so what is copied from the PDF is what the customer wrote.
 *
 * <p>The renderer asks for every line, so this is also where a report that takes too long is given up.
 */
final class LineEnds implements FSTextBreaker {
    /** A word that is shorter, with the blank behind it, stays whole where a line has room for it. */
    private static final int LONGEST_WORD = 60;

    private static final int PIECE = 12;
    private static final int JOINER = 0x200D;

    // It sees no more than a longest word at a time: it looks for the next end of a word however far away that is.
    private final FSTextBreaker words = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.US));
    private final BooleanSupplier late;
    private String text = "";
    private int at;
    private int seenFrom;
    private int seenTo;

    /** @param late whether the report has taken too long */
    LineEnds(BooleanSupplier late) {
        this.late = late;
    }

    /** @throws TookTooLong if the report has */
    @Override
    public void setText(String newText) {
        if (late.getAsBoolean()) {
            throw new TookTooLong();
        }
        text = newText;
        at = 0;
        look();
    }

    @Override
    public int next() {
        if (at == text.length()) {
            return BreakIterator.DONE;
        }
        int end = words.next();
        if (endsWord(end)) {
            at = seenFrom + end;
        } else if (at > seenFrom) {
            look();
            return next();
        } else {
            at = endOfPiece();
            look();
        }
        return at;
    }

    /** What ends where no more is seen may go on. */
    private boolean endsWord(int end) {
        return end != BreakIterator.DONE && (seenFrom + end < seenTo || seenTo == text.length());
    }

    private void look() {
        seenFrom = at;
        seenTo = Math.min(at + LONGEST_WORD, text.length());
        if (seenTo < text.length() && Character.isLowSurrogate(text.charAt(seenTo))) {
            seenTo++;
        }
        words.setText(text.substring(seenFrom, seenTo));
    }

    /** Keeps what is drawn as one character together, unless it is made of more than a longest word has. */
    private int endOfPiece() {
        int end = at + PIECE;
        if (Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        while (end < seenTo && (joins(text.codePointAt(end)) || text.charAt(end - 1) == JOINER)) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean joins(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || character == JOINER;
    }
}
