package io.amends.dashboard.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a portal's people, in finished words.
 *
 * @param zone whose time the moments are
 * @param news what was done just now, or why nothing was
 * @param mayChange whether who looks may change them
 * @param everywhere who is something over all portals, for whoever may see them; empty for others
 * @param form for one more person, or for the one who is changed
 */
public record PeopleView(
        String headline,
        String zone,
        News news,
        boolean mayChange,
        List<PersonLine> people,
        List<EverywhereLine> everywhere,
        PersonForm form) {

    /**
     * What came of what was sent.
     *
     * @param done what was done just now; null where nothing was
     * @param refused why nothing was done; null where nobody was refused
     */
    public record News(@Nullable String done, @Nullable String refused) {
        static final News NONE = new News(null, null);

        static News done(String words) {
            return new News(words, null);
        }

        static News refused(String words) {
            return new News(null, words);
        }
    }

    /**
     * A person of the list.
     *
     * @param contact who they are in the directory, or who they may be
     * @param groups that are named for them; null without any
     */
    public record PersonLine(
            Names names,
            List<RoleChip> roles,
            String contact,
            @Nullable String groups,
            String lastSignIn,
            PersonState state,
            PersonDoors doors) {}

    /**
     * Where a person of the list is changed.
     *
     * @param invitable whether an invitation would be of use to them
     * @param removing what comes of removing them
     */
    public record PersonDoors(String url, boolean invitable, String removing) {}

    /**
     * A role that somebody has.
     *
     * @param source where it comes from; null: it was given by hand
     */
    public record RoleChip(String name, @Nullable String source) {}

    /** Somebody who is something over all portals. */
    public record EverywhereLine(Names names, List<RoleChip> roles, PersonState state) {}

    /** How a person is called and written to. */
    public record Names(String name, String login, @Nullable String email) {}

    /**
     * Whether a person can sign in.
     *
     * @param well whether they can
     */
    public record PersonState(String words, boolean well) {}

    /**
     * The form of a person.
     *
     * @param action where it is sent
     * @param title of the form
     * @param seen the ETag of what is changed; empty for somebody new
     * @param open whether it is folded out
     */
    public record PersonForm(
            String action, String title, String seen, boolean open, PersonFields fields, FieldErrors errors) {}

    /**
     * What the fields hold.
     *
     * @param claimed which roles they have beside those that are ticked; null without any
     */
    public record PersonFields(
            Names names,
            List<RoleChoice> roles,
            @Nullable String claimed,
            List<ContactChoice> contacts,
            @Nullable String contactHint,
            String groups,
            boolean active) {}

    /** What is wrong with a field; null where nothing is. */
    public record FieldErrors(
            @Nullable String login,
            @Nullable String name,
            @Nullable String email,
            @Nullable String contact,
            @Nullable String groups) {
        static final FieldErrors NONE = new FieldErrors(null, null, null, null, null);
    }

    /** A role that can be ticked. */
    public record RoleChoice(String word, String name, String means, boolean ticked) {}

    /** A contact that can be chosen. */
    public record ContactChoice(String code, String name, boolean chosen) {}
}
