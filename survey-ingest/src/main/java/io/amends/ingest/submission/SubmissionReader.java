package io.amends.ingest.submission;

import io.amends.kit.form.SurveyForm;

/** Reads a submitted survey response and checks its form (A5); every way in goes through here. Thread-safe. */
public final class SubmissionReader {
    /** The largest event, in bytes. */
    public static final int MAX_BYTES = 256 * 1024;

    /**
     * Reads UTF-8 JSON.
     *
     * @throws Malformed with all reasons, if it is not a survey response
     */
    public Submission read(byte[] json) throws Malformed {
        if (json.length > MAX_BYTES) {
            throw Malformed.because("the event has " + json.length + " bytes; the limit is " + MAX_BYTES);
        }
        try {
            SurveyForm.ReadSurvey read = SurveyForm.read(json);
            return new Submission(read.response(), BodyHash.of(read.response()), read.trimmed());
        } catch (SurveyForm.SurveyRefusal e) {
            throw new Malformed(e.reasons());
        }
    }

    /**
     * Reads some fields of a response, such as a person's corrections; their form is checked with the whole.
     *
     * @throws Malformed if it is not a JSON object
     */
    public static SurveyForm.SurveyFields fields(byte[] json) throws Malformed {
        try {
            return SurveyForm.fields(json);
        } catch (SurveyForm.SurveyRefusal e) {
            throw new Malformed(e.reasons());
        }
    }
}
