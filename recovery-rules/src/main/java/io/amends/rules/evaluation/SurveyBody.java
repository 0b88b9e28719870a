package io.amends.rules.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.amends.contracts.Answer;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.problem.JsonBody;
import io.amends.kit.problem.Problem;
import io.amends.rules.language.Value;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** Reads a survey response that someone asks about, with the schema that survey-ingest takes responses by (A5). */
@ApplicationScoped
class SurveyBody {
    private static final String REFUSED = "This is not a survey response.";

    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                    SchemaLocation.of("classpath:io/amends/contracts/schemas/survey-submitted.schema.json"),
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH)
                            .build());

    /** @throws Problem 400 with every error's pointer */
    SurveyResponse read(byte[] body, String cpc) {
        JsonNode json = JsonBody.read(body, REFUSED);
        List<Reason> errors = schema.validate(json).stream()
                .map(error -> new Reason(error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.badRequest(REFUSED, errors);
        }
        SurveyResponse response = response(json);
        if (!response.portal().equals(cpc)) {
            throw wrong("/portal", "is '" + response.portal() + "', but '" + cpc + "' is asked");
        }
        response.measures().forEach((name, answer) -> {
            if (answer instanceof Answer.Score score && !Value.bearable(score.value())) {
                throw wrong("/measures/" + name, "has too many digits");
            }
        });
        return response;
    }

    private static SurveyResponse response(JsonNode json) {
        try {
            return Json.MAPPER.treeToValue(json, SurveyResponse.class);
        } catch (JsonProcessingException e) {
            throw wrong("", e.getOriginalMessage());
        }
    }

    private static Problem wrong(String pointer, String reason) {
        return Problem.badRequest(REFUSED, List.of(new Reason(pointer, reason)));
    }
}
