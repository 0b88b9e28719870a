package io.amends.contracts;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Why something is wrong and where.
 *
 * @param pointer JSON Pointer into what was sent, such as /supportGroup
 * @param reason one plain sentence
 */
public record Reason(String pointer, String reason) {

    /** The pointer to a member of what another pointer leads to, as RFC 6901 writes it. */
    public static String at(String parent, String member) {
        return parent + "/" + member.replace("~", "~0").replace("/", "~1");
    }

    /** Several in one line, each behind its pointer, for where there is room for one text only. */
    public static String phrases(Collection<Reason> reasons) {
        return reasons.stream()
                .map(r -> r.pointer().isEmpty() ? r.reason() : r.pointer() + ": " + r.reason())
                .collect(Collectors.joining("; "));
    }
}
