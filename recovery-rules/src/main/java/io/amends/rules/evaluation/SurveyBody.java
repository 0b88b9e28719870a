package io.amends.rules.evaluation;

import io.amends.contracts.Reason;
import io.amends.contracts.SurveyResponse;
import io.amends.kit.form.SurveyForm;
import io.amends.kit.problem.Problem;
import java.util.List;

/** Reads a survey response that someone asks about, as survey-ingest takes responses (A5). */
final class SurveyBody {
    private static final String REFUSED = "This is not a survey response.";

    private SurveyBody() {}

    /** @throws Problem 400 with every error's pointer */
    static SurveyResponse read(byte[] body, String cpc) {
        SurveyResponse response = response(body);
        if (!response.portal().equals(cpc)) {
            String other = "is '" + response.portal() + "', but '" + cpc + "' is asked";
            throw Problem.badRequest(REFUSED, List.of(new Reason("/portal", other)));
        }
        return response;
    }

    private static SurveyResponse response(byte[] body) {
        try {
            return SurveyForm.read(body).response();
        } catch (SurveyForm.SurveyRefusal e) {
            throw Problem.badRequest(REFUSED, e.reasons());
        }
    }
}
