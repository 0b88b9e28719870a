package io.amends.contracts;

/**
 * Why something is wrong and where.
 *
 * @param pointer JSON Pointer into what was sent, such as /supportGroup
 * @param reason one plain sentence
 */
public record Reason(String pointer, String reason) {}
