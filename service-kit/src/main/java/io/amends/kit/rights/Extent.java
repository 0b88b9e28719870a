package io.amends.kit.rights;

/** How far a role goes with a permission; the later, the further. */
enum Extent {
    /** Not at all. */
    NONE,
    /** Only what was sent to the person themselves. */
    MINE,
    /** Not by themselves, but they may propose it, for their own groups. */
    PROPOSE,
    /** For their own groups. */
    OWN,
    /** For everything in the portal. */
    ALL
}
