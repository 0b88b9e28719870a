package io.amends.language.guilty;

import com.networknt.schema.JsonSchema;

/** Breaks the rule on purpose, so that its test shows it can fail. */
public record NeedsMoreThanJackson(JsonSchema schema) {}
