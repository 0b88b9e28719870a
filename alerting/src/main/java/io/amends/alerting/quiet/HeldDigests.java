package io.amends.alerting.quiet;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.delivery.AlertQueue;
import io.amends.alerting.delivery.DigestTexts;
import io.amends.alerting.delivery.HeldDeliveries;
import io.amends.alerting.delivery.HeldDeliveries.HeldDelivery;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.Delivered.Channel;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.contracts.api.DeliveryWhy;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.kit.directory.PortalDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Digests and the text messages beside them that quiet time held: they say what is left when it ends (C10). */
@ApplicationScoped
class HeldDigests {
    private final DigestStore digests;
    private final DigestTexts texts;
    private final StillOpen open;
    private final AlertQueue queue;

    HeldDigests(DigestStore digests, DigestTexts texts, StillOpen open, AlertQueue queue) {
        this.digests = digests;
        this.texts = texts;
        this.open = open;
        this.queue = queue;
    }

    void release(Handle tx, HeldDelivery held, UUID digestId, PortalDirectory portal) {
        if (held.channel() == Channel.EMAIL) {
            mail(tx, held, digests.find(tx, digestId).orElseThrow(), portal);
        } else {
            text(tx, held, portal);
        }
    }

    private void mail(Handle tx, HeldDelivery held, Digest digest, PortalDirectory portal) {
        List<Digest.Item> standing = open.standing(tx, digest);
        Set<String> solved = open.solved(tx, standing);
        boolean nothingLeft = !digest.items().isEmpty() && solved.size() == standing.size();
        if (nothingLeft && digest.deferred().isEmpty()) {
            queue.skip(tx, held, DeliveryWhy.NOTHING_LEFT);
            return;
        }
        List<Digest.Item> marked = standing.stream()
                .map(item -> solved.contains(item.decision().responseId()) ? item.marked(DigestMark.SOLVED) : item)
                .toList();
        if (!marked.equals(digest.items())) {
            digests.rewrite(tx, digest.with(marked));
        }
        Contact contact = portal.contacts().get(held.contactId());
        String mailbox = contact == null ? null : contact.mailbox();
        if (mailbox == null) {
            HeldDeliveries.queue(tx, held.id());
        } else {
            HeldDeliveries.queue(tx, held.id(), mailbox);
        }
    }

    private void text(Handle tx, HeldDelivery held, PortalDirectory portal) {
        List<Digest> counted = texts.digests(tx, held.id()).stream()
                .flatMap(id -> digests.find(tx, id).stream())
                .toList();
        int customers = counted.stream().mapToInt(digest -> unhappy(tx, digest)).sum();
        DeliveryWhy why = texts.release(tx, portal, held, customers, counted.size() > 1);
        if (why != null) {
            queue.skip(tx, held, why);
        }
    }

    /** How many unhappy customers of a digest are still to be contacted. */
    private int unhappy(Handle tx, Digest digest) {
        List<Digest.Item> unhappy = open.standing(tx, digest).stream()
                .filter(item -> item.decision().kind() == Kind.RECOVERY)
                .toList();
        return unhappy.size() - open.solved(tx, unhappy).size();
    }
}
