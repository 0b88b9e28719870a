package io.amends.alerting.report;

import java.util.List;

/** A part of the report: the unhappy, or the happy who asked to be contacted. */
public record ReportPart(String title, String anchor, List<ReportCase> cases) {}
