package io.amends.contracts.api;

/** The paths of pages that other services and mails lead to. They go on leading where they led. */
public final class PagePaths {
    /** The notes dialog (D3). */
    public static final String NOTES = "/service-recovery-notes";

    /** Where the link of an invitation leads (H1). */
    public static final String INVITATION = "/invite";

    private PagePaths() {}
}
