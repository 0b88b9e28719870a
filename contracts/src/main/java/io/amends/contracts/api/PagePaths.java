package io.amends.contracts.api;

/** The paths of pages that other services and mails lead to. They go on leading where they led. */
public final class PagePaths {
    /** The notes dialog (D3). */
    public static final String NOTES = "/service-recovery-notes";

    private PagePaths() {}
}
