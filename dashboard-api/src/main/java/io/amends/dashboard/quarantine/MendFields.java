package io.amends.dashboard.quarantine;

import io.amends.contracts.SurveyResponse;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.QuarantineReason;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.quarantine.QuarantineView.MendField;
import io.amends.dashboard.quarantine.QuarantineView.MendOption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that are wrong in a response of the quarantine, as controls with what the directory has to choose from. */
@ApplicationScoped
class MendFields {
    private static final Set<String> KNOWN =
            Set.of("/ticketId", "/supportGroup", "/segment", "/submittedAt", "/updatedAt");

    private final QuarantineMessages messages;
    private final QuarantineWords words;
    private final Directory directory;

    MendFields(QuarantineMessages messages, QuarantineWords words, Directory directory) {
        this.messages = messages;
        this.words = words;
        this.directory = directory;
    }

    /** The support groups of a portal, the first choice being to leave it as it is. */
    List<MendOption> groups(String cpc, String chosen) {
        return options(directory.groups(cpc), group -> group.name(), chosen);
    }

    /** The same of its segments. */
    List<MendOption> segments(String cpc, String chosen) {
        return options(directory.segments(cpc), segment -> segment.name(), chosen);
    }

    /**
     * The fields of one response.
     *
     * @param anchor by which the page's parts name it
     * @param typed what was typed before, and not done; null: nothing
     */
    List<MendField> of(String cpc, Portal portal, String anchor, ResponseStanding waiting, @Nullable RepairForm typed) {
        List<MendField> fields = new ArrayList<>();
        List<String> unreadable =
                typed == null ? List.of() : typed.corrected(portal.timeZone()).wrong();
        for (QuarantineReason reason : waiting.reasons()) {
            if (!KNOWN.contains(reason.pointer()) && QuarantineWords.measure(reason.pointer()) == null) {
                continue; // a newer survey-ingest may name what is not mended here
            }
            String id = anchor + "-" + fields.size();
            boolean wrong = unreadable.contains(reason.pointer())
                    || unreadable.contains(QuarantineWords.MEASURES + QuarantineWords.measure(reason.pointer()));
            fields.add(
                    switch (reason.pointer()) {
                        case "/ticketId" -> field(id, reason, "text", typed == null ? null : typed.ticketId, wrong);
                        case "/supportGroup" ->
                            chosen(id, reason, groups(cpc, text(typed == null ? null : typed.supportGroup)));
                        case "/segment" ->
                            chosen(id, reason, segments(cpc, text(typed == null ? null : typed.segment)));
                        case "/submittedAt" ->
                            field(
                                    id,
                                    reason,
                                    "datetime-local",
                                    typed == null
                                            ? local(waiting.response().submittedAt(), portal.timeZone())
                                            : typed.submittedAt,
                                    wrong);
                        case "/updatedAt" ->
                            field(
                                    id,
                                    reason,
                                    "datetime-local",
                                    typed == null
                                            ? local(updated(waiting.response()), portal.timeZone())
                                            : typed.updatedAt,
                                    wrong);
                        default -> measure(id, reason, portal, typed, wrong);
                    });
        }
        return fields;
    }

    private MendField measure(
            String id, QuarantineReason reason, Portal portal, @Nullable RepairForm typed, boolean wrong) {
        String name = String.valueOf(QuarantineWords.measure(reason.pointer()));
        Measure measure = portal.measures().get(name);
        String value = typed == null ? "" : typed.scoreOf(name);
        boolean yesNo = measure != null && measure.kind() == Measure.Kind.FCR;
        return new MendField(
                id,
                "score",
                words.field(reason.pointer()),
                measure == null ? "none" : yesNo ? "select" : "number",
                value,
                yesNo
                        ? List.of(
                                new MendOption("", messages.leave(), value.isEmpty()),
                                new MendOption("true", messages.yes(), value.equals("true")),
                                new MendOption("false", messages.no(), value.equals("false")))
                        : List.of(),
                name,
                wrong);
    }

    private MendField chosen(String id, QuarantineReason reason, List<MendOption> options) {
        return new MendField(
                id, reason.pointer().substring(1), words.field(reason.pointer()), "select", "", options, null, false);
    }

    private MendField field(String id, QuarantineReason reason, String kind, @Nullable String value, boolean wrong) {
        return new MendField(
                id,
                reason.pointer().substring(1),
                words.field(reason.pointer()),
                kind,
                text(value),
                List.of(),
                null,
                wrong);
    }

    private <T> List<MendOption> options(Map<String, T> entries, Function<T, String> name, String chosen) {
        List<MendOption> options = new ArrayList<>();
        options.add(new MendOption("", messages.leave(), chosen.isEmpty()));
        entries.entrySet().stream()
                .map(entry -> new MendOption(
                        entry.getKey(),
                        name.apply(entry.getValue()),
                        entry.getKey().equals(chosen)))
                .sorted(Comparator.comparing(MendOption::label))
                .forEach(options::add);
        return options;
    }

    private static Instant updated(SurveyResponse response) {
        return Objects.requireNonNullElse(response.updatedAt(), response.submittedAt());
    }

    private static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
