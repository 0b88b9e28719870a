package io.amends.contracts.api;

import java.util.List;

/**
 * What is posted to propose that responses go to another support group (A8, H1). Others than the dashboard may name the
 * responses by a filter, as for a reassignment.
 *
 * @param responseIds at most 500
 * @param supportGroup which is to have them
 * @param reason why, 1 to 1,000 characters
 */
public record NewReassignProposal(String portal, List<String> responseIds, String supportGroup, String reason) {}
