package io.amends.contracts.api;

/**
 * What became of a repair of many, or would become with {@code dryRun} (A6).
 *
 * @param selected how many of those that were named are in quarantine
 * @param recorded how many of these count from then on
 * @param late how many of those that count are too late for the next digest as if nothing had been
 * @param waiting how many are corrected, and wait for another reason
 * @param refused how many would be no survey response with these corrections, and are left as they are
 */
public record BulkRepaired(long selected, long recorded, long late, long waiting, long refused) {}
