package io.amends.alerting.report;

import java.util.List;

/**
 * A part of the report: the unhappy, or the happy who asked to be contacted.
 *
 * @param cases those with all that is known
 * @param brief those of which a mail has one line, because it would be too long otherwise
 */
public record ReportPart(String title, String anchor, List<ReportCase> cases, List<BriefCase> brief) {}
