package io.amends.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A message that is told with every event: it is rendered once, with marks in its gaps, and put together from the texts
 * between them from then on. Its gaps are texts that are told as they are; what a message chooses by a number is chosen
 * before. Thread-safe.
 */
public final class PreparedMessage {
    /** The first of the characters for private use in Unicode, which no message has. */
    private static final char FIRST_MARK = '\uE000';

    private final String[] texts;
    /** The number of the gap behind each text but the last. */
    private final int[] gaps;

    private PreparedMessage(String marked, int count) {
        List<String> texts = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        int read = 0;
        for (int at = 0; at < marked.length(); at++) {
            int gap = marked.charAt(at) - FIRST_MARK;
            if (gap >= 0 && gap < count) {
                texts.add(marked.substring(read, at));
                gaps.add(gap);
                read = at + 1;
            }
        }
        texts.add(marked.substring(read));
        this.texts = texts.toArray(String[]::new);
        this.gaps = gaps.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Renders a message that has so many gaps, or fewer.
     *
     * @param message is told what to put into each gap
     */
    public static PreparedMessage of(int gaps, Function<List<String>, String> message) {
        return new PreparedMessage(
                message.apply(
                        IntStream.range(0, gaps).mapToObj(PreparedMessage::mark).toList()),
                gaps);
    }

    /** The message with its gaps filled; a value whose gap it does not have is left out. */
    public String with(String... values) {
        return switch (gaps.length) {
            // So many texts the JVM joins without a builder, which would copy them twice.
            case 1 -> texts[0] + values[gaps[0]] + texts[1];
            case 2 -> texts[0] + values[gaps[0]] + texts[1] + values[gaps[1]] + texts[2];
            case 3 -> texts[0] + values[gaps[0]] + texts[1] + values[gaps[1]] + texts[2] + values[gaps[2]] + texts[3];
            case 4 ->
                texts[0]
                        + values[gaps[0]]
                        + texts[1]
                        + values[gaps[1]]
                        + texts[2]
                        + values[gaps[2]]
                        + texts[3]
                        + values[gaps[3]]
                        + texts[4];
            default -> joined(values);
        };
    }

    private String joined(String... values) {
        StringBuilder message = new StringBuilder(texts[0]);
        for (int i = 0; i < gaps.length; i++) {
            message.append(values[gaps[i]]).append(texts[i + 1]);
        }
        return message.toString();
    }

    private static String mark(int gap) {
        return String.valueOf((char) (FIRST_MARK + gap));
    }
}
