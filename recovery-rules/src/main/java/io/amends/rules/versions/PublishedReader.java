package io.amends.rules.versions;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.Reason;
import io.amends.language.RuleSet;
import io.amends.language.RuleSetReader;
import io.amends.rules.events.FieldReader;
import io.amends.rules.events.JsonText;
import io.amends.rules.events.Unreadable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads of the data of {@code amends.ruleset.published} what it takes to decide by it (B7). */
final class PublishedReader extends FieldReader {
    private static final SerializableString[] PLACES = places("portal", "version", "ruleSet");

    private @Nullable String portal;
    private long version;
    private @Nullable RuleSet rules;

    private PublishedReader(JsonParser json) {
        super(json, PLACES);
    }

    /** A version as its topic has it. */
    record Published(String portal, long version, RuleSet rules) {}

    /** @throws Unreadable if it is no version of anybody's rules */
    static Published read(byte[] data) {
        return JsonText.read(data, json -> new PublishedReader(json).published());
    }

    private Published published() throws IOException {
        fields();
        return new Published(needed(portal, "portal"), version, needed(rules, "ruleSet"));
    }

    @Override
    protected void field(String name) throws IOException {
        switch (name) {
            case "portal" -> portal = text();
            case "version" -> version = whole();
            case "ruleSet" -> rules = has() ? rules() : null;
            default -> skip(name);
        }
    }

    private RuleSet rules() throws IOException {
        RuleSetReader.Result read = RuleSetReader.readPublished(json);
        if (read instanceof RuleSetReader.Result.Good good) {
            return good.rules();
        }
        throw refused("are no rules: " + Reason.phrases(((RuleSetReader.Result.Wrong) read).errors()));
    }
}
