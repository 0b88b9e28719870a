package io.amends.contracts.api;

/** The answer to a request that was filed, the same again for a repetition (A9). */
public record RequestAccepted(String requestId, String caseId) {}
