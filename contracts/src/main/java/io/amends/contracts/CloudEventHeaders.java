package io.amends.contracts;

/** The names of a record's headers in the binary mode of CloudEvents on Kafka. They are compared without their case. */
public final class CloudEventHeaders {
    public static final String SPECIFICATION_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    /** By which API key an event came in over HTTP: the key's id, in an extension that Amends alone sets and reads. */
    public static final String KEY = "ce_amendskey";

    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
