package io.amends.ingest.sources.core;

import io.amends.contracts.directory.SourceVendor;

/** Every vendor, by the word of the API. */
public final class Vendors {
    private static final Vendor FORMBRICKS = new Formbricks();
    private static final Vendor DELIGHTED = new Delighted();
    private static final Vendor TYPEFORM = new Typeform();
    private static final Vendor SURVEYMONKEY = new SurveyMonkey();
    private static final Vendor QUALTRICS = new Qualtrics();
    private static final Vendor ZENDESK = new Zendesk();
    private static final Vendor ASKNICELY = new AskNicely();
    private static final Vendor JSON = new GenericJson();

    private Vendors() {}

    /** The vendor of that name. */
    public static Vendor of(SourceVendor vendor) {
        return switch (vendor) {
            case FORMBRICKS -> FORMBRICKS;
            case DELIGHTED -> DELIGHTED;
            case TYPEFORM -> TYPEFORM;
            case SURVEYMONKEY -> SURVEYMONKEY;
            case QUALTRICS -> QUALTRICS;
            case ZENDESK -> ZENDESK;
            case ASKNICELY -> ASKNICELY;
            case JSON -> JSON;
        };
    }
}
