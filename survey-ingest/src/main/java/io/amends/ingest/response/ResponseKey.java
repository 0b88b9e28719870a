package io.amends.ingest.response;

import io.amends.contracts.SurveyResponse;

/** Identity of a response. */
public record ResponseKey(String portal, String responseId) {

    /** The identity in a response's body. */
    public static ResponseKey of(SurveyResponse response) {
        return new ResponseKey(response.portal(), response.responseId());
    }
}
