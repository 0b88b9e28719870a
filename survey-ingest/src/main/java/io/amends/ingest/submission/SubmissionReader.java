package io.amends.ingest.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.form.SurveyForm;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a submitted survey response and checks its form (A5); every way in goes through here. Thread-safe. */
public final class SubmissionReader {
    /** The largest event, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    private static final Set<String> FIELDS = Arrays.stream(SurveyResponse.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final String PORTAL = "portal";

    /**
     * Reads UTF-8 JSON.
     *
     * @throws Malformed with all reasons, if it is not a survey response
     */
    public Submission read(byte[] json) throws Malformed {
        return read(json, null);
    }

    /**
     * Reads UTF-8 JSON that came by a way that belongs to one portal, such as its owner's topic (H3). A body that names no
     * portal is that portal's.
     *
     * @param portal whose the way is; null where it is everybody's, and the body says whose it is
     * @throws Malformed with all reasons, if it is not a survey response, or one of another portal
     */
    public Submission read(byte[] json, @Nullable String portal) throws Malformed {
        notTooLarge(json.length);
        try {
            return read(SurveyForm.fields(json), portal);
        } catch (SurveyForm.SurveyRefusal e) {
            throw new Malformed(e.reasons());
        }
    }

    /**
     * Reads what was put together here, such as a row of a file, as if it had been sent.
     *
     * @param bytes that it has as UTF-8 JSON
     * @throws Malformed with all reasons, if it is not a survey response, or one of another portal
     */
    public Submission read(JsonNode json, int bytes, String portal) throws Malformed {
        notTooLarge(bytes);
        try {
            return read(SurveyForm.fields(json), portal);
        } catch (SurveyForm.SurveyRefusal e) {
            throw new Malformed(e.reasons());
        }
    }

    private static void notTooLarge(int bytes) throws Malformed {
        if (bytes > MAX_BYTES) {
            throw Malformed.because("the event has " + bytes + " bytes; the limit is " + MAX_BYTES);
        }
    }

    private static Submission read(SurveyForm.SurveyFields fields, @Nullable String portal)
            throws Malformed, SurveyForm.SurveyRefusal {
        if (portal != null && namesNone(fields.json().path(PORTAL))) {
            fields.json().put(PORTAL, portal);
        }
        SurveyForm.ReadSurvey read = SurveyForm.read(fields);
        String named = read.response().portal();
        if (portal != null && !portal.equals(named)) {
            throw new Malformed(List.of(new Reason(
                    "/" + PORTAL, "is " + named + ", and what comes by this topic is of the portal " + portal)));
        }
        return new Submission(read.response(), BodyHash.of(read.response()), read.trimmed());
    }

    /** What is blank is missing (A5); what is no text is a fault of the form. */
    private static boolean namesNone(JsonNode portal) {
        return portal.isMissingNode()
                || portal.isNull()
                || (portal.isTextual() && portal.textValue().isBlank());
    }

    /**
     * Reads some fields of a response, such as a person's corrections; their form is checked with the whole. A survey tool may
     * send more than a response has; what a person corrects is meant.
     *
     * @throws Malformed if it is not a JSON object, or names a field that a response does not have
     */
    public static SurveyForm.SurveyFields fields(byte[] json) throws Malformed {
        SurveyForm.SurveyFields fields;
        try {
            fields = SurveyForm.fields(json);
        } catch (SurveyForm.SurveyRefusal e) {
            throw new Malformed(e.reasons());
        }
        List<Reason> unknown = new ArrayList<>();
        fields.json().fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                unknown.add(new Reason(Reason.at("", name), "is no field of a survey response"));
            }
        });
        if (!unknown.isEmpty()) {
            throw new Malformed(unknown);
        }
        return fields;
    }
}
