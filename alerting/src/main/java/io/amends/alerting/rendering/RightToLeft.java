package io.amends.alerting.rendering;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts right-to-left words in order. The PDF renderer sets the runs of a paragraph one after the other as they are
 * spoken, which is wrong as soon as a number or a Latin name stands within right-to-left words. So a run here is all
 * that stands within right-to-left words, numbers and names included, and each line of it is put in order as a whole
 * when the line is drawn.
 */
final class RightToLeft {
    private RightToLeft() {}

    /** Splits a paragraph into what is set from left to right, and what belongs to right-to-left words. */
    static final class Splitter implements BidiSplitter {
        private List<BidiTextRun> runs = List.of();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            byte[] levels = new Bidi(paragraph, direction).getLevels();
            runs = new ArrayList<>();
            int start = 0;
            for (int i = 1; i <= levels.length; i++) {
                if (i == levels.length || direction(levels[i]) != direction(levels[start])) {
                    runs.add(new BidiTextRun(start, i - start, direction(levels[start])));
                    start = i;
                }
            }
        }

        private static byte direction(byte level) {
            return level == 0 ? LTR : RTL;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return Bidi.getBaseDirection(paragraph);
        }
    }

    /** Puts one line of a right-to-left run in the order in which it is seen. */
    static final class Reorderer extends ICUBidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String line) {
            return new Bidi(line, Bidi.RTL).writeReordered(Bidi.DO_MIRRORING);
        }
    }
}
