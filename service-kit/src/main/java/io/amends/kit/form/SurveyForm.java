package io.amends.kit.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.amends.contracts.Json;
import io.amends.contracts.JsonFault;
import io.amends.contracts.Reason;
import io.amends.contracts.Rfc3339;
import io.amends.contracts.StorableJson;
import io.amends.contracts.SurveyResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;

/** The form of a submitted survey response (A5), read the same way by whoever takes one. Thread-safe. */
public final class SurveyForm {
    private static final int NAMED = 20;

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    VersionFlag.V202012,
                    factory -> factory.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                            .format(new DateTimeFormat())
                            .build()))
            .getSchema(
                    SchemaLocation.of("classpath:io/amends/contracts/schemas/survey-submitted.schema.json"),
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .pathType(PathType.JSON_POINTER)
                            .build());

    private SurveyForm() {}

    /**
     * Some of a response's fields, or all of them.
     *
     * @param trimmed ids and codes that were sent with blanks around them, and how
     */
    public record SurveyFields(ObjectNode json, List<Reason> trimmed) {}

    /** A well-formed response. */
    public record ReadSurvey(SurveyResponse response, List<Reason> trimmed) {}

    /** What was sent is no survey response: every reason, up to a number that a person can read. */
    public static final class SurveyRefusal extends Exception {
        private static final long serialVersionUID = 1;
        private final transient List<Reason> reasons;

        private SurveyRefusal(List<Reason> reasons) {
            super(Reason.phrases(reasons));
            this.reasons = reasons;
        }

        static SurveyRefusal by(List<Reason> all) {
            return new SurveyRefusal(all.stream().distinct().limit(NAMED).toList());
        }

        /** Where and why. */
        public List<Reason> reasons() {
            return reasons;
        }
    }

    /**
     * Reads UTF-8 JSON as a response.
     *
     * @throws SurveyRefusal with all reasons, if it is none
     */
    public static ReadSurvey read(byte[] json) throws SurveyRefusal {
        return read(fields(json));
    }

    /**
     * Reads fields as a response.
     *
     * @throws SurveyRefusal with all reasons, if they are none
     */
    public static ReadSurvey read(SurveyFields fields) throws SurveyRefusal {
        List<Reason> faults =
                SCHEMA.validate(fields.json()).stream().map(SchemaWords::of).toList();
        if (!faults.isEmpty()) {
            throw SurveyRefusal.by(faults);
        }
        try {
            return new ReadSurvey(Json.MAPPER.treeToValue(fields.json(), SurveyResponse.class), fields.trimmed());
        } catch (IOException e) {
            throw SurveyRefusal.by(List.of(JsonFault.of(e)));
        }
    }

    /**
     * Reads some fields of a response, such as a person's corrections; their form is checked with the whole.
     *
     * @throws SurveyRefusal if it is no JSON object, or has texts that cannot be stored
     */
    public static SurveyFields fields(byte[] json) throws SurveyRefusal {
        return fields(tree(json));
    }

    /**
     * Takes some fields of a response that were read before.
     *
     * @throws SurveyRefusal if it is no JSON object, or has texts that cannot be stored
     */
    public static SurveyFields fields(JsonNode sent) throws SurveyRefusal {
        StorableJson storable = StorableJson.mended(sent);
        List<Reason> faults = storable.ok() ? Trimming.faults(sent) : storable.errors();
        if (!faults.isEmpty()) {
            throw SurveyRefusal.by(faults);
        }
        if (storable.json() instanceof ObjectNode object) {
            return new SurveyFields(object, Trimming.trim(object));
        }
        throw SurveyRefusal.by(List.of(new Reason("", "must be a JSON object: {…}")));
    }

    private static JsonNode tree(byte[] json) throws SurveyRefusal {
        try {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw SurveyRefusal.by(List.of(JsonFault.of(e)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw SurveyRefusal.by(List.of(new Reason("", "cannot be read: it has a number that is too long")));
        }
    }

    /** The schema's date-time, as every door reads it. */
    private static final class DateTimeFormat implements Format {
        @Override
        public String getName() {
            return "date-time";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            try {
                Rfc3339.parse(value);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
