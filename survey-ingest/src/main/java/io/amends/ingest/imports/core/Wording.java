package io.amends.ingest.imports.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import io.amends.contracts.mapping.TargetField.Takes;
import io.amends.ingest.imports.core.FileHead.Tool;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How spreadsheets and survey tools put values into cells, which is not always how they were given. */
final class Wording {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern LISTED = Pattern.compile("[;|\\n]");
    // Some tools write several answers of one question with commas between.
    private static final Pattern LISTED_WITH_COMMAS = Pattern.compile("[;|,\\n]");
    private static final Set<Tool> WITH_COMMAS = EnumSet.of(Tool.QUALTRICS, Tool.GOOGLE_FORMS);

    /** So some tools keep spreadsheets from taking an id for a number. */
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"([^\"]*)\"");
    /** So spreadsheets show a number that is long, and what they do not show is lost. */
    private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d+)?[Ee]\\+\\d{2}");

    private static final Set<ResponseField> IDS = EnumSet.of(
            ResponseField.RESPONSE_ID,
            ResponseField.TICKET_ID,
            ResponseField.AGENT_ID,
            ResponseField.CUSTOMER_ID,
            ResponseField.CUSTOMER_PHONE,
            ResponseField.FOLLOW_UP_OF);

    /** What spreadsheets write for true and false, and people for yes and no, in the languages of the west of Europe. */
    private static final Set<String> YES =
            Set.of("true", "yes", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "si", "vero", "sì", "waar");

    private static final Set<String> NO =
            Set.of("false", "no", "falsch", "nein", "faux", "non", "falso", "onwaar", "nee");

    private final Pattern listed;

    /** @param tool that has written the file */
    Wording(Tool tool) {
        this.listed = WITH_COMMAS.contains(tool) ? LISTED_WITH_COMMAS : LISTED;
    }

    /** The text of a cell without what tools put around it. */
    static String text(String cell) {
        Matcher kept = cell.startsWith("=") ? KEPT_AS_TEXT.matcher(cell.strip()) : null;
        return kept != null && kept.matches() ? kept.group(1) : cell;
    }

    /** Whether a spreadsheet has shortened an id, so that several ids are one. */
    static boolean shortened(TargetField field, String text) {
        return IDS.contains(field.target()) && SHORTENED.matcher(text.strip()).matches();
    }

    /**
     * A cell as what its field takes.
     *
     * @param named whether a preset says what its values stand for, so that they mean nothing by themselves
     */
    JsonNode value(TargetField field, String text, boolean named) {
        Takes takes = field.target().takes();
        if (takes == Takes.TEXTS) {
            ArrayNode items = NODES.arrayNode();
            listed.splitAsStream(text).map(String::strip).forEach(items::add);
            return items;
        }
        if (!named && (takes == Takes.ANSWER || takes == Takes.CHOICE)) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (YES.contains(word) || NO.contains(word)) {
                return BooleanNode.valueOf(YES.contains(word));
            }
        }
        return TextNode.valueOf(text);
    }
}
