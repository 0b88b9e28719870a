package io.amends.dashboard.quarantine;

import io.amends.contracts.api.BulkRepaired;
import io.amends.contracts.api.ResponseStanding;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.quarantine.QuarantineView.MendOption;
import io.amends.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays out the repair of many alike: its form, what it would do, and what it did (A6). */
@ApplicationScoped
class AlikePresenter {
    private final QuarantineMessages messages;
    private final MendFields mending;
    private final Formats formats;

    AlikePresenter(QuarantineMessages messages, MendFields mending, Formats formats) {
        this.messages = messages;
        this.mending = mending;
        this.formats = formats;
    }

    /** What a repair of many would do. */
    AlikeView would(String cpc, QuarantineFilter filter, AlikeForm form, BulkRepaired would) {
        long corrected = would.recorded() + would.waiting();
        List<String> sentences = new ArrayList<>();
        sentences.add(messages.theyGet(String.join(", ", gets(cpc, form))));
        if (would.selected() == 0) {
            sentences.add(messages.noneWaits());
        }
        sentences.addAll(counted(would, messages.wouldCount(would.recorded(), formats.count(would.recorded()))));
        return new AlikeView(
                corrected == 0 ? messages.wouldNothing() : messages.would(corrected, formats.count(corrected)),
                sentences,
                filter.many(cpc),
                kept(form),
                corrected > 0,
                filter.address(cpc, 0));
    }

    /** What a repair of many did. */
    String did(BulkRepaired did) {
        List<String> sentences = counted(did, messages.didMend(did.recorded(), formats.count(did.recorded())));
        return sentences.isEmpty() ? messages.noneWaits() : String.join(" ", sentences);
    }

    /** The form over a page of the list. */
    QuarantineView.Alike form(String cpc, QuarantineFilter filter, Page<ResponseStanding> page) {
        List<MendOption> measures = page.items().stream()
                .flatMap(one -> one.reasons().stream())
                .filter(reason -> reason.cause() == QuarantineCause.MEASURE_UNKNOWN)
                .map(reason -> QuarantineWords.measure(reason.pointer()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(name -> new MendOption(name, name, false))
                .toList();
        return new QuarantineView.Alike(
                filter.many(cpc),
                filter.narrows() ? messages.allOfList(page.total(), formats.count(page.total())) : null,
                mending.groups(cpc, ""),
                mending.segments(cpc, ""),
                measures);
    }

    private List<String> counted(BulkRepaired of, String recorded) {
        List<String> sentences = new ArrayList<>();
        if (of.recorded() > 0) {
            sentences.add(recorded);
            sentences.add(
                    of.late() == 0
                            ? messages.wouldBeInTime()
                            : messages.wouldBeLate(of.late(), formats.count(of.late())));
        }
        if (of.waiting() > 0) {
            sentences.add(messages.wouldWait(of.waiting(), formats.count(of.waiting())));
        }
        if (of.refused() > 0) {
            sentences.add(messages.wouldRefuse(of.refused(), formats.count(of.refused())));
        }
        return sentences;
    }

    private List<String> gets(String cpc, AlikeForm form) {
        List<String> gets = new ArrayList<>();
        String group = form.supportGroup;
        if (group != null && !group.isEmpty()) {
            gets.add(messages.getGroup(label(mending.groups(cpc, ""), group)));
        }
        String segment = form.segment;
        if (segment != null && !segment.isEmpty()) {
            gets.add(messages.getSegment(label(mending.segments(cpc, ""), segment)));
        }
        String drop = form.drop;
        if (drop != null && !drop.isEmpty()) {
            gets.add(messages.getNoAnswer(drop));
        }
        return gets;
    }

    private static String label(List<MendOption> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(MendOption::label)
                .findFirst()
                .orElse(value);
    }

    private static List<AlikeView.KeptField> kept(AlikeForm form) {
        List<AlikeView.KeptField> kept = new ArrayList<>();
        keep(kept, "which", form.which);
        if (form.ticked()) {
            form.ids().forEach(id -> keep(kept, "response", id));
        }
        keep(kept, "supportGroup", form.supportGroup);
        keep(kept, "segment", form.segment);
        keep(kept, "drop", form.drop);
        return kept;
    }

    private static void keep(List<AlikeView.KeptField> kept, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            kept.add(new AlikeView.KeptField(name, value));
        }
    }
}
