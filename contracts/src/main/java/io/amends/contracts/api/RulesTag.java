package io.amends.contracts.api;

/** Names a state of a portal's rules: one edit of the draft, or one published version. It is an ETag as well. */
public final class RulesTag {
    private static final String DRAFT = "d";
    private static final String VERSION = "v";

    private RulesTag() {}

    /** The tag of a draft as that edit left it. */
    public static String draft(long revision) {
        return DRAFT + revision;
    }

    /** The tag of a published version. */
    public static String version(long version) {
        return VERSION + version;
    }

    /** Whether a tag is that of a draft, and not of a version. */
    public static boolean ofDraft(String tag) {
        return tag.startsWith(DRAFT);
    }
}
