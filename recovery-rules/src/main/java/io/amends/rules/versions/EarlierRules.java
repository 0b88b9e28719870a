package io.amends.rules.versions;

import io.amends.rules.matching.RuleBook;
import java.util.Optional;

/** The versions of rule sets that were published before the newest. The stage knows them without knowing where they are kept. */
interface EarlierRules {
    /** The highest version between two others that can be read, ready to be asked; empty if there is none. */
    Optional<RuleBook> readableBetween(String cpc, long low, long high);
}
