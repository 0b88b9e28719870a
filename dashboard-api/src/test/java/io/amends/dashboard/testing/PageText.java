package io.amends.dashboard.testing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a person reads of a page or hears: its text, what is read out beside it, and what its scripts may say. */
public final class PageText {
    /** What is the same in every language: commands, names of files, keys, drawings, and what somebody wrote. */
    private static final Pattern SAME_EVERYWHERE = Pattern.compile(
            "(?s)<pre>.*?</pre>|[^<>]*</textarea>|<kbd[^>]*>.*?</kbd>|<svg.*?</svg>|<style.*?</style>|<span class=\"mono\">.*?</span>");

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern READ_OUT = Pattern.compile("\\s(?:title|placeholder|aria-label|alt)=\"([^\"]*)\"");
    private static final Pattern DATA = Pattern.compile("\\sdata-([\\w-]+)=\"([^\"]*)\"");

    /** The data attributes that hold no sentence: ids, addresses, numbers and what was typed. */
    private static final Set<String> NO_SENTENCE = Set.of("draft", "id", "most", "q", "saved", "stream");

    private PageText() {}

    /** All texts of a page, without markup. */
    public static List<String> of(String html) {
        String page = SAME_EVERYWHERE.matcher(html).replaceAll(" ");
        return Stream.of(
                        Stream.of(TAG.matcher(page).replaceAll(" ")),
                        READ_OUT.matcher(page).results().map(read -> read.group(1)),
                        DATA.matcher(page)
                                .results()
                                .filter(data -> !NO_SENTENCE.contains(data.group(1)))
                                .map(data -> data.group(2)))
                .flatMap(texts -> texts)
                .map(PageText::unescaped)
                .toList();
    }

    private static String unescaped(String text) {
        return text.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
