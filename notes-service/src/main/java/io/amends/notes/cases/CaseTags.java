package io.amends.notes.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The tags of a case.
 *
 * @param removed tags that a person took away; no decision brings them back (E2)
 */
public record CaseTags(List<String> names, List<String> removed) {

    CaseTags tagged(String tag) {
        return new CaseTags(plus(names, List.of(tag)), minus(removed, tag));
    }

    CaseTags untagged(String tag) {
        return new CaseTags(minus(names, tag), plus(removed, List.of(tag)));
    }

    CaseTags decided(Collection<String> decided) {
        List<String> kept =
                decided.stream().filter(tag -> !removed.contains(tag)).toList();
        return new CaseTags(CaseTag.fitting(plus(names, kept)), removed);
    }

    private static List<String> plus(List<String> tags, Collection<String> more) {
        List<String> all = new ArrayList<>(tags);
        more.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        return List.copyOf(all);
    }

    private static List<String> minus(List<String> tags, String tag) {
        return tags.stream().filter(t -> !t.equals(tag)).toList();
    }
}
