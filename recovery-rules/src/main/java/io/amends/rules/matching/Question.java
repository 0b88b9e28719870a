package io.amends.rules.matching;

import io.amends.contracts.api.Verdict;

/** A clause, to be asked of many responses: what depends on the clause alone is done before, so that asking makes nothing. */
@FunctionalInterface
interface Question {
    Verdict verdict(Facts facts);
}
