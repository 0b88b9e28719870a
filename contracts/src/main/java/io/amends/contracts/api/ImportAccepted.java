package io.amends.contracts.api;

/** The answer to a file that is kept: by which id to ask for its import (A1). */
public record ImportAccepted(String importId) {}
