package io.amends.alerting.runs;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.candidate.CandidateStore;
import io.amends.alerting.delivery.DeliveryStore;
import io.amends.alerting.delivery.DigestTexts;
import io.amends.alerting.delivery.HeldDeliveries;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.digest.DigestPlan;
import io.amends.alerting.digest.Pick;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.digest.Selection;
import io.amends.alerting.period.DigestPeriod;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.posts.ChannelPosts;
import io.amends.alerting.urgent.ImmediateStore;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.directory.Segment;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.event.OutboundEvent;
import io.amends.kit.id.Ids;
import io.amends.kit.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Builds the digests of one period, once: the same for the clock and for a run by hand (C1, C2, C9). What is built and
 * what will be sent become durable in one transaction, under the portal's lock.
 */
@ApplicationScoped
public class PeriodBuilder {
    private final CandidateStore candidates;
    private final DigestStore digests;
    private final DeliveryStore deliveries;
    private final Outbox outbox;
    private final DigestTexts texts;
    private final ChannelPosts posts;
    private final ImmediateStore immediate;
    private final Timer timer;

    PeriodBuilder(
            CandidateStore candidates,
            DigestStore digests,
            DeliveryStore deliveries,
            Outbox outbox,
            DigestTexts texts,
            ChannelPosts posts,
            ImmediateStore immediate,
            MeterRegistry metrics) {
        this.candidates = candidates;
        this.digests = digests;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.texts = texts;
        this.posts = posts;
        this.immediate = immediate;
        this.timer = metrics.timer("amends.digest.build");
    }

    /**
     * Builds a period; does nothing where it is built already.
     *
     * @param tx holds the portal's lock
     * @param includeLate whether what earlier periods could not have joins this one
     * @param byClock a run by hand that finds nothing leaves the period open: its decisions may be on their way. That there
     *     are text messages of a weekend to be released is something (C4)
     * @return whether this has built it
     */
    public boolean build(
            Handle tx,
            PortalDirectory directory,
            DigestPeriod period,
            boolean includeLate,
            boolean byClock,
            Instant now) {
        return !digests.built(tx, directory.cpc(), period.to())
                && timer.record(() -> buildOnce(tx, directory, period, includeLate, byClock, now));
    }

    private boolean buildOnce(
            Handle tx,
            PortalDirectory directory,
            DigestPeriod period,
            boolean includeLate,
            boolean byClock,
            Instant now) {
        Set<String> replacedAndListed = new HashSet<>();
        List<Candidate> found = new ArrayList<>();
        Instant oldest = new Selection(period, includeLate, directory.portal(), Set.of()).oldest();
        for (CandidateStore.StoredCandidate one : candidates.around(tx, directory.cpc(), period, oldest)) {
            found.add(one.candidate());
            String replaces = one.candidate().decision().replaces();
            if (one.replacedWasListed() && replaces != null) {
                replacedAndListed.add(replaces);
            }
        }
        DigestPlan plan = DigestPlan.of(
                new Selection(period, includeLate, directory.portal(), replacedAndListed),
                new Recipients(directory.portal(), directory.groups(), directory.contacts()),
                found);
        if (plan.byContact().isEmpty() && !byClock && !texts.waitFor(tx, directory, period)) {
            return false;
        }
        digests.addPeriod(tx, directory.cpc(), period, now, includeLate);
        Map<String, Map<String, Instant>> alerted = immediate.alertedAt(
                tx,
                directory.cpc(),
                plan.byContact().values().stream()
                        .flatMap(contents -> contents.picks().stream())
                        .map(pick -> pick.decision().responseId())
                        .distinct()
                        .toList());
        List<Digest> built = new ArrayList<>();
        List<OutboundEvent> told = new ArrayList<>();
        plan.byContact().forEach((contact, contents) -> {
            Digest digest = digest(directory, period, contact, contents, alerted.getOrDefault(contact, Map.of()), now);
            told.addAll(BuiltDigest.events(digest));
            digests.add(tx, digest);
            Instant quiet = quietUntil(digest, now);
            deliveries.queueMail(tx, digest, quiet);
            if (quiet != null) {
                outbox.add(tx, List.of(HeldDeliveries.event(digest, quiet, now)));
            }
            built.add(digest);
        });
        outbox.add(tx, told);
        posts.built(tx, directory, period, built, told);
        texts.queue(tx, directory, period, built, now);
        candidates.listed(tx, plan.listed());
        candidates.deferred(tx, plan.deferred(), period.to());
        return true;
    }

    /** Until when the recipient's own quiet time holds a mail: only where it covers the alert time itself (C10). */
    private static @Nullable Instant quietUntil(Digest digest, Instant now) {
        Portal portal = digest.source().preferences();
        Contact contact = digest.recipient().contact();
        return QuietTime.untilOfTheirOwn(portal, contact, digest.period().to()) == null
                ? null
                : QuietTime.untilOfTheirOwn(portal, contact, now);
    }

    private static Digest digest(
            PortalDirectory directory,
            DigestPeriod period,
            String contactId,
            DigestPlan.DigestContents contents,
            Map<String, Instant> alertedAt,
            Instant now) {
        Contact contact = Objects.requireNonNull(directory.contacts().get(contactId));
        List<Digest.Item> items = contents.picks().stream()
                .map(pick -> new Digest.Item(
                        pick.decision(),
                        name(directory.groups(), pick.decision().supportGroup()),
                        segment(directory, pick.decision().response().segment()),
                        List.copyOf(pick.marks()),
                        pick.waitsSince(),
                        alertedAt.get(pick.decision().responseId()),
                        pick.marks().contains(DigestMark.ALSO) ? pick.decision().ruleNaming(contactId) : null))
                .toList();
        return new Digest(
                Ids.v5("digest", directory.cpc(), period.to().toString(), contactId)
                        .toString(),
                new Digest.DigestPortal(directory.cpc(), directory.portal()),
                new Digest.Recipient(contactId, contact),
                period,
                now,
                items,
                deferrals(directory.groups(), period, contents.deferred()),
                contents.refused());
    }

    private static List<Digest.Deferral> deferrals(Map<String, Group> groups, DigestPeriod period, List<Pick> picks) {
        Map<String, List<Digest.WaitingCase>> byGroup = new LinkedHashMap<>();
        Set<String> ofOthers = new HashSet<>();
        for (Pick pick : picks) {
            RecoveryDecided decision = pick.decision();
            if (pick.marks().contains(DigestMark.ALSO)) {
                ofOthers.add(decision.supportGroup());
            }
            byGroup.computeIfAbsent(decision.supportGroup(), group -> new ArrayList<>())
                    .add(new Digest.WaitingCase(
                            decision.responseId(),
                            decision.ticketId(),
                            decision.kind(),
                            decision.response().submittedAt(),
                            Objects.requireNonNullElse(pick.waitsSince(), period.to())));
        }
        return byGroup.entrySet().stream()
                .map(entry -> new Digest.Deferral(
                        entry.getKey(),
                        name(groups, entry.getKey()),
                        cap(groups, entry.getKey()),
                        entry.getValue(),
                        ofOthers.contains(entry.getKey())))
                .toList();
    }

    private static int cap(Map<String, Group> groups, String code) {
        return Objects.requireNonNull(Objects.requireNonNull(groups.get(code)).dailyCap());
    }

    private static String name(Map<String, Group> groups, String code) {
        Group group = groups.get(code);
        return group == null ? code : group.name();
    }

    private static @Nullable String segment(PortalDirectory directory, @Nullable String code) {
        Segment segment = code == null ? null : directory.segments().get(code);
        return segment == null ? code : segment.name();
    }
}
