package io.amends.contracts;

/**
 * What a request asks for, beside its words (A9).
 *
 * @param urgent whether the manager of the support group is to hear of it at once
 */
public record RequestFacts(RequestType type, RequestFormat format, boolean urgent) {

    /** Why staff ask that somebody speaks with a customer. */
    public enum RequestType {
        /** The customer is unhappy, or may become so. */
        NEGATIVE_REVIEW_RECOVERY,
        /** The customer is delighted: they are thanked, and asked to answer a survey. */
        POSITIVE_REVIEW_FOLLOW_UP
    }

    /** How the customer is best reached first. */
    public enum RequestFormat {
        CALL,
        EMAIL
    }
}
