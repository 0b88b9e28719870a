package io.amends.rules.versions;

import io.amends.language.RuleSet;
import java.util.List;
import java.util.Locale;

/** Looks at rules that are being published; what it finds warns, and never holds them back. */
public interface PublishCheck {
    /**
     * Sentences for whoever publishes, in a reader's language; empty where nothing is to be said. Throws nothing, and does not
     * take long.
     */
    List<String> warnings(String cpc, RuleSet rules, Locale reader);
}
