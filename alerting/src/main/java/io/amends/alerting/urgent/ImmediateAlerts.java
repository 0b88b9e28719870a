package io.amends.alerting.urgent;

import io.amends.alerting.archive.ToldCases;
import io.amends.alerting.candidate.CandidateStore;
import io.amends.alerting.cases.SolvedCases;
import io.amends.alerting.delivery.AlertMails.AlertAddress;
import io.amends.alerting.delivery.AlertQueue;
import io.amends.alerting.delivery.AlertQueue.AlertWords;
import io.amends.alerting.delivery.HeldDeliveries;
import io.amends.alerting.delivery.HeldDeliveries.HeldDelivery;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Recipients;
import io.amends.alerting.immediate.AlertTurn;
import io.amends.alerting.immediate.AlertTurn.HoldBack;
import io.amends.alerting.immediate.AlertTurn.TellLater;
import io.amends.alerting.immediate.AlertTurn.TellNow;
import io.amends.alerting.immediate.ImmediateAudience;
import io.amends.alerting.immediate.ImmediateCase;
import io.amends.alerting.period.QuietTime;
import io.amends.alerting.urgent.ImmediateStore.Flagged;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.TicketKey;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.DirectoryView;
import io.amends.kit.directory.PortalDirectory;
import io.amends.kit.failure.Failures;
import io.amends.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Tells cases at once, beside the digest, in two steps of a transaction each: who is to be told of what was decided, and what a
 * contact whose turn it is gets as one message (C7). A crash between any two lines leaves what was not done to the next round,
 * of whichever instance.
 *
 * <pre>
 * decided ──look──► waits for its turn ──tell──► QUEUED
 *                     │        └──in quiet time──► HELD ──release──► QUEUED, or SKIPPED where nothing is left
 *                     └──told by a digest, replaced, moved, taken back──► dropped
 * </pre>
 */
@ApplicationScoped
public class ImmediateAlerts {
    private static final Logger LOG = Logger.getLogger(ImmediateAlerts.class);
    private static final int AT_ONCE = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final DirectoryView directory;
    private final CandidateStore candidates;
    private final SolvedCases solved;
    private final ImmediateStore store;
    private final ImmediateWording wording;
    private final AlertQueue queue;
    private final Duration gathering;

    ImmediateAlerts(
            Jdbi jdbi,
            Clock clock,
            DirectoryView directory,
            CandidateStore candidates,
            SolvedCases solved,
            ImmediateStore store,
            ImmediateWording wording,
            AlertQueue queue,
            @ConfigProperty(name = "amends.alerting.gathering") Duration gathering) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.directory = directory;
        this.candidates = candidates;
        this.solved = solved;
        this.store = store;
        this.wording = wording;
        this.queue = queue;
        this.gathering = gathering;
    }

    /** Looks at decisions that may have to be told at once; false where there are no more. */
    boolean look() {
        Map<String, PortalDirectory> portals = portals();
        return jdbi.inTransaction(tx -> {
            List<Candidate> open = candidates.alertsToLookAt(tx, portals.keySet(), AT_ONCE);
            if (open.isEmpty()) {
                return false;
            }
            Set<String> done =
                    solved.among(tx, open.stream().map(Candidate::decision).toList());
            for (Candidate candidate : open) {
                RecoveryDecided decision = candidate.decision();
                PortalDirectory portal = portals.get(decision.portal());
                if (portal != null) {
                    flag(tx, candidate, done.contains(decision.responseId()), portal);
                }
            }
            candidates.lookedAt(tx, open);
            return true;
        });
    }

    private Map<String, PortalDirectory> portals() {
        return directory.portals().stream().collect(Collectors.toMap(PortalDirectory::cpc, Function.identity()));
    }

    private void flag(Handle tx, Candidate candidate, boolean done, PortalDirectory portal) {
        for (String contact : ImmediateAudience.of(candidate, done, recipients(portal))) {
            store.flag(tx, candidate.decision(), contact, Channel.EMAIL);
            if (address(portal, portal.contacts().get(contact), Channel.SMS) != null) {
                store.flag(tx, candidate.decision(), contact, Channel.SMS);
            }
        }
    }

    /** Gives everybody whose turn it is their message; false where there is nobody more. */
    boolean tell() {
        Instant now = clock.instant();
        Map<String, PortalDirectory> portals = portals();
        List<ToldBy> due = jdbi.withHandle(handle -> store.due(handle, portals.keySet(), now, AT_ONCE));
        boolean told = false;
        for (ToldBy whom : due) {
            PortalDirectory portal = portals.get(whom.portal());
            if (portal != null) {
                try {
                    told |= jdbi.inTransaction(tx -> tell(tx, whom, portal, now));
                } catch (RuntimeException e) {
                    LOG.warnf(
                            "contact %s of portal %s is not told at once now: %s",
                            whom.contactId(), whom.portal(), Failures.said(e));
                }
            }
        }
        return told;
    }

    private boolean tell(Handle tx, ToldBy whom, PortalDirectory portal, Instant now) {
        AlertTurn turn = store.lockTurn(tx, whom).orElse(null);
        if (turn == null) {
            return false;
        }
        Contact contact = portal.contacts().get(whom.contactId());
        String address = address(portal, contact, whom.channel());
        AlertTurn.Telling telling = turn.at(now, QuietTime.untilOfImmediate(portal.portal(), contact, now), gathering);
        List<ImmediateCase> cases = stillTheirs(tx, whom, portal, store.waiting(tx, whom), address != null);
        if (cases.stream().allMatch(ImmediateCase::solved) || address == null || telling instanceof TellLater) {
            if (!(telling instanceof TellLater)) {
                store.drop(tx, whom, ids(cases));
            }
            return false;
        }
        UUID id = message(tx, whom, telling, cases, portal, address, now);
        ToldCases.add(tx, id, caseIds(cases));
        for (ImmediateCase one : cases) {
            String response = one.candidate().decision().responseId();
            store.told(tx, whom, response, id, turn.waited(one.flaggedAt(), telling));
        }
        if (telling instanceof TellNow tell) {
            store.turn(tx, whom, tell.then());
        }
        return true;
    }

    private UUID message(
            Handle tx,
            ToldBy whom,
            AlertTurn.Telling telling,
            List<ImmediateCase> cases,
            PortalDirectory portal,
            String address,
            Instant now) {
        Instant until = telling instanceof HoldBack held ? held.until() : null;
        if (until != null) {
            UUID held = HeldDeliveries.immediate(tx, whom.portal(), whom.contactId(), whom.channel())
                    .orElse(null);
            if (held != null) {
                return held;
            }
        }
        // Each response is told once to a contact by a channel, so that the first one makes the message's id.
        // One that is flagged anew, after the message that was to tell it was skipped, makes another.
        ImmediateCase first = cases.get(0);
        UUID id = Ids.v5(
                "delivery",
                "immediate",
                whom.portal(),
                whom.contactId(),
                whom.channel().name(),
                first.candidate().decision().responseId(),
                first.flaggedAt().toString());
        AlertWords words = wording.of(cases, whom, portal, now);
        AlertAddress to = new AlertAddress(whom.portal(), key(cases), groups(cases), whom.contactId(), address);
        queue.add(tx, id, whom.channel(), to, words, until);
        return id;
    }

    /**
     * Quiet time is over for a message: what it has to tell is looked at again. It is queued, or skipped where nothing is left to
     * do; what was solved meanwhile is marked so (C10).
     *
     * @return whether it is held no more
     */
    public boolean release(Handle tx, HeldDelivery seen, PortalDirectory portal, Instant now) {
        ToldBy whom = new ToldBy(seen.portal(), seen.contactId(), seen.channel());
        AlertTurn turn = store.lockTurn(tx, whom).orElse(null);
        if (turn == null || HeldDeliveries.lock(tx, seen.id()).isEmpty()) {
            return false;
        }
        Contact contact = portal.contacts().get(whom.contactId());
        if (turn.at(now, null, gathering) instanceof TellNow tell) {
            String address = address(portal, contact, whom.channel());
            List<ImmediateCase> cases = stillTheirs(tx, whom, portal, store.heldIn(tx, seen.id()), address != null);
            if (address == null || cases.stream().allMatch(ImmediateCase::solved)) {
                queue.skip(tx, seen, DeliveryWhy.NOTHING_LEFT);
            } else {
                AlertWords words = wording.of(cases, whom, portal, now);
                AlertAddress to = new AlertAddress(whom.portal(), key(cases), groups(cases), whom.contactId(), address);
                queue.release(tx, seen, to, words);
                ToldCases.replace(tx, seen.id(), caseIds(cases));
                store.turn(tx, whom, tell.then());
            }
            return true;
        }
        return false;
    }

    /** What a contact is still to be told, most urgent first; what is not theirs any more is dropped. */
    private List<ImmediateCase> stillTheirs(
            Handle tx, ToldBy whom, PortalDirectory portal, List<Flagged> flagged, boolean reached) {
        Map<String, Instant> flaggedAt =
                flagged.stream().collect(Collectors.toMap(Flagged::responseId, Flagged::flaggedAt));
        List<Candidate> standing = candidates.of(tx, whom.portal(), flaggedAt.keySet());
        Set<String> done =
                solved.among(tx, standing.stream().map(Candidate::decision).toList());
        Recipients recipients = recipients(portal);
        List<ImmediateCase> theirs = standing.stream()
                .map(candidate -> new ImmediateCase(
                        candidate,
                        Objects.requireNonNull(
                                flaggedAt.get(candidate.decision().responseId())),
                        done.contains(candidate.decision().responseId())))
                .filter(one -> reached && one.concerns(whom.contactId(), recipients))
                .sorted(ImmediateCase.FIRST)
                .toList();
        List<String> gone = new ArrayList<>(flaggedAt.keySet());
        gone.removeAll(ids(theirs));
        store.drop(tx, whom, gone);
        return theirs;
    }

    private @Nullable String address(PortalDirectory portal, @Nullable Contact contact, Channel channel) {
        if (contact == null) {
            return null;
        }
        return channel == Channel.EMAIL ? contact.mailbox() : queue.textNumber(portal.portal(), contact);
    }

    static Recipients recipients(PortalDirectory portal) {
        return new Recipients(portal.portal(), portal.groups(), portal.contacts());
    }

    private static List<String> ids(List<ImmediateCase> cases) {
        return cases.stream()
                .map(one -> one.candidate().decision().responseId())
                .toList();
    }

    private static List<String> caseIds(List<ImmediateCase> cases) {
        return cases.stream()
                .map(one -> one.candidate().decision())
                .map(decision -> Ids.ofCase(decision.portal(), decision.ticketId()))
                .toList();
    }

    private static List<String> groups(List<ImmediateCase> cases) {
        return cases.stream()
                .map(one -> one.candidate().decision().supportGroup())
                .distinct()
                .sorted()
                .toList();
    }

    /** Of one case what is told of the delivery is of its ticket, of several it is of the portal. */
    private static String key(List<ImmediateCase> cases) {
        RecoveryDecided first = cases.get(0).candidate().decision();
        return cases.size() > 1 ? first.portal() : TicketKey.of(first.portal(), first.ticketId(), first.responseId());
    }
}
