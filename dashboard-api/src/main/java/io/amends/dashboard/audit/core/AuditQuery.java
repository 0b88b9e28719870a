package io.amends.dashboard.audit.core;

import io.amends.contracts.AuditAction;
import io.amends.contracts.Reason;
import io.amends.dashboard.responses.core.ReportQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log is asked for (H4).
 *
 * @param days first and last local date, both included, and the words that are searched: read and refused as in the
 *     responses report
 * @param who exactly this caller; null for all
 * @param what exactly this kind of change; null for all
 */
public record AuditQuery(ReportQuery days, @Nullable String who, @Nullable AuditAction what) {

    /** The query as it was written in an address. */
    public record Written(
            @Nullable String from,
            @Nullable String to,
            @Nullable String who,
            @Nullable String what,
            @Nullable String q) {}

    /**
     * What was understood, and what was not.
     *
     * @param query without what is wrong
     * @param faults what is wrong with dates and words
     * @param unknownWhat whether there is no such kind of change
     */
    public record Reading(AuditQuery query, List<ReportQuery.Fault> faults, boolean unknownWhat) {
        /** Every fault at its parameter, for the API. */
        public List<Reason> reasons() {
            List<Reason> reasons = new ArrayList<>(
                    faults.stream().map(ReportQuery.Fault::reason).toList());
            if (unknownWhat) {
                String known =
                        Arrays.stream(AuditAction.values()).map(Enum::name).collect(Collectors.joining(", "));
                reasons.add(new Reason("/what", "what is one of " + known));
            }
            return reasons;
        }
    }

    /** Reads a written query; an empty field asks for nothing. */
    public static Reading read(Written written) {
        ReportQuery.Reading days = ReportQuery.read(
                new ReportQuery.Input(null, null, written.from(), written.to(), null, written.q(), null));
        String word = textOrNull(written.what());
        AuditAction what = word == null ? null : AuditAction.named(word).orElse(null);
        return new Reading(
                new AuditQuery(days.query(), textOrNull(written.who()), what),
                days.faults(),
                word != null && what == null);
    }

    /** The address of a page of what is asked for; it says only what differs from the usual. */
    public String address(String path, int page) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "from", days.from());
        put(parameters, "to", days.to());
        put(parameters, "who", who);
        put(parameters, "what", what);
        put(parameters, "q", days.q());
        put(parameters, "page", page == 0 ? null : page);
        return parameters.isEmpty()
                ? path
                : path + "?"
                        + parameters.entrySet().stream()
                                .map(p -> p.getKey() + "="
                                        + URLEncoder.encode(p.getValue().toString(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"));
    }

    /** Whether it asks for less than the whole log. */
    public boolean narrowed() {
        return days.narrowed() || who != null || what != null;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
