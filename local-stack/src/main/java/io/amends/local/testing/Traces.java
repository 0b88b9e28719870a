package io.amends.local.testing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A customer like nobody else, and where something of them is left that must name nobody (G3): in what is logged while this
 * is open, in metrics, and in the addresses that a service makes.
 */
public final class Traces implements AutoCloseable {
    /** Of the customer, and of whoever else is meant to be found. */
    public static final String NAME = "Quirina Zabolotnik";

    /** Theirs, such as mail can be sent to. */
    public static final String EMAIL = "quirina@wombatgrove.example";

    /** Theirs, as a telephone takes it. */
    public static final String PHONE = "+495557391846";

    /** What they wrote. */
    public static final String COMMENT = "Nobody has repaired my wheelbarrow.";

    private static final Pattern TRACE =
            Pattern.compile("quirina|zabolotnik|wombatgrove|5557391846|wheelbarrow", Pattern.CASE_INSENSITIVE);
    /** In an attribute of HTML, or in plain text; how a person is reached by mail or telephone leads to nobody's server. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src|action)=\"(?!mailto:|tel:)[^\"]*\"|https?://[^\\s\"'<>]+");

    private final Logged logged = new Logged();

    /** All that was logged since this was made. */
    public String log() {
        return logged.text();
    }

    /** The lines of the log that have something of the customer. */
    public List<String> logged() {
        return in(logged.text());
    }

    /** The lines of a text, such as of metrics, that have something of the customer. */
    public static List<String> in(String text) {
        return text.lines().filter(Traces::has).toList();
    }

    /** The addresses in a page or a mail that have something of the customer. */
    public static List<String> inAddresses(String text) {
        return ADDRESS.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(Traces::has)
                .toList();
    }

    private static boolean has(String text) {
        return TRACE.matcher(text).find();
    }

    @Override
    public void close() {
        logged.close();
    }
}
