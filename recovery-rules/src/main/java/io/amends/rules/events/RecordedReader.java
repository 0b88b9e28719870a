package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.ChangeCause;
import io.amends.contracts.Reason;
import io.amends.contracts.ResponseState;
import io.amends.contracts.SurveyRecorded;
import io.amends.contracts.SurveyResponse;
import io.amends.rules.matching.RuleBook;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the data of a recorded event for the rules that will decide about it. */
public final class RecordedReader extends FieldReader {
    private static final SerializableString[] PLACES = places(
            "portal",
            "responseId",
            "responseVersion",
            "state",
            "response",
            "reasons",
            "replacedBy",
            "replaces",
            "previousGroup",
            "wasRecorded",
            "repaired",
            "recordedAt",
            "directoryOffset",
            "cause");
    private static final ResponseState[] STATES = ResponseState.values();
    private static final ChangeCause[] CAUSES = ChangeCause.values();

    private final byte[] data;
    private final Function<String, RuleBook> books;
    private @Nullable RuleBook book;
    private @Nullable String portal;
    private @Nullable String responseId;
    private long responseVersion;
    private @Nullable ResponseState state;
    private @Nullable SurveyResponse response;
    private int from;
    private int to;
    private List<Reason> reasons = List.of();
    private @Nullable String replacedBy;
    private @Nullable String replaces;
    private @Nullable String previousGroup;
    private boolean wasRecorded;
    private boolean repaired;
    private @Nullable Instant recordedAt;
    private long directoryOffset;
    private @Nullable ChangeCause cause;

    private RecordedReader(JsonParser json, byte[] data, Function<String, RuleBook> books) {
        super(json, PLACES);
        this.data = data;
        this.books = books;
    }

    /**
     * Reads the data of one event.
     *
     * @param books the rules in force for a portal; asked once
     * @throws Unreadable if it is not what a recorded event carries
     */
    public static RecordedEvent read(byte[] data, Function<String, RuleBook> books) {
        return JsonText.read(data, json -> new RecordedReader(json, data, books).event());
    }

    private RecordedEvent event() throws IOException {
        fields();
        String of = needed(portal, "portal");
        SurveyRecorded survey = new SurveyRecorded(
                of,
                needed(responseId, "responseId"),
                responseVersion,
                needed(state, "state"),
                needed(response, "response"),
                reasons,
                replacedBy,
                replaces,
                previousGroup,
                wasRecorded,
                repaired,
                needed(recordedAt, "recordedAt"),
                directoryOffset,
                cause);
        return new RecordedEvent(survey, book == null ? books.apply(of) : book, data, from, to);
    }

    @Override
    protected void field(String name) throws IOException {
        switch (name) {
            case "portal" -> portal = text();
            case "responseId" -> responseId = text();
            case "responseVersion" -> responseVersion = whole();
            case "state" -> state = constant(STATES);
            case "response" -> response = has() ? response() : null;
            case "reasons" -> reasons = has() ? reasons() : List.of();
            case "replacedBy" -> replacedBy = text();
            case "replaces" -> replaces = text();
            case "previousGroup" -> previousGroup = text();
            case "wasRecorded" -> wasRecorded = flag();
            case "repaired" -> repaired = flag();
            case "recordedAt" -> recordedAt = time();
            case "directoryOffset" -> directoryOffset = whole();
            case "cause" -> cause = constant(CAUSES);
            default -> skip(name);
        }
    }

    /** Where the portal comes first, as it does in what Amends writes, only what its rules ask for is decoded. */
    private SurveyResponse response() throws IOException {
        Wanted wanted = Wanted.ALL;
        if (portal != null) {
            book = books.apply(portal);
            wanted = book.wanted();
        }
        from = (int) json.currentTokenLocation().getByteOffset();
        SurveyResponse read = ResponseReader.read(json, wanted);
        to = (int) json.currentLocation().getByteOffset();
        return read;
    }

    private List<Reason> reasons() throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw refused("must be a list of reasons");
        }
        List<Reason> read = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_NULL) {
                read.add(ReasonReader.read(json));
            }
        }
        return read;
    }
}
