package io.amends.notes.cases;

import io.amends.contracts.IdText;
import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a person gives a case or takes from it. Every event of the case carries all of its tags, so that there is an
 * end to them.
 *
 * @param name without blanks around it
 */
public record CaseTag(String name) {
    /** Most tags that persons can bring a case to. */
    public static final int MOST = 200;

    private static final int LONGEST = 100;
    private static final int MOST_CHARACTERS = 100_000;

    /** The tag as it was typed. */
    public static CaseTag typed(@Nullable String text) {
        return new CaseTag(text == null ? "" : IdText.trimmed(text));
    }

    /** What is wrong with it; empty if nothing is. */
    public List<Reason> faults() {
        String fault = StorableText.blank(name) ? "is missing" : StorableText.fault(name, LONGEST);
        return fault == null ? List.of() : List.of(new Reason("?tag", fault));
    }

    /** Whether a case has come to more tags, given or taken away, than there can be. */
    public static boolean tooMany(CaseTags before, CaseTags after) {
        return grew(before.names(), after.names()) || grew(before.removed(), after.removed());
    }

    /** Those of the decided tags that an event has room for; rules of many years can add up to more. */
    static List<String> fitting(List<String> tags) {
        int characters = 0;
        for (int i = 0; i < tags.size(); i++) {
            characters += tags.get(i).length();
            if (characters > MOST_CHARACTERS) {
                return tags.subList(0, i);
            }
        }
        return tags;
    }

    private static boolean grew(List<String> before, List<String> after) {
        return after.size() > MOST && after.size() > before.size();
    }
}
