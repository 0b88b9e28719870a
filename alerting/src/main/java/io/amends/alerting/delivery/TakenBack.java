package io.amends.alerting.delivery;

import io.amends.alerting.archive.DigestStore;
import io.amends.alerting.candidate.CandidateStore;
import io.amends.alerting.digest.Candidate;
import io.amends.alerting.digest.Digest;
import io.amends.contracts.Delivered;
import io.amends.contracts.RecoveryDecided;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whether somebody may still act on what a message tells: customers may have answered anew since, or have said NO, and nobody is
 * sent to those again (A4, B4, C9).
 */
@Singleton
final class TakenBack {
    private final DigestStore digests;
    private final CandidateStore candidates;
    private final PostStore posts;

    TakenBack(DigestStore digests, CandidateStore candidates, PostStore posts) {
        this.digests = digests;
        this.candidates = candidates;
        this.posts = posts;
    }

    /**
     * Whether a message tells of a customer on whom nobody is to act any more. The mail of a digest that never went out is
     * written anew without them instead, if anybody is left. The text message beside a digest names nobody.
     */
    boolean tellsOf(Handle tx, QueuedMail mail) {
        UUID id = UUID.fromString(mail.id());
        String digest = mail.addressee().digestId();
        return switch (mail.channel()) {
            case TEAMS, SLACK, WEBHOOK -> posts.takenBack(tx, id);
            case EMAIL, SMS -> {
                if (digest == null) {
                    List<String> told = toldAtOnce(tx, id);
                    yield standing(tx, mail.portal(), told).size() < told.size();
                }
                yield mail.channel() == Delivered.Channel.EMAIL
                        && of(
                                tx,
                                mail,
                                digests.find(tx, UUID.fromString(digest)).orElseThrow());
            }
        };
    }

    private boolean of(Handle tx, QueuedMail mail, Digest digest) {
        Set<String> standing = standing(
                tx,
                mail.portal(),
                digest.items().stream()
                        .map(item -> item.decision().responseId())
                        .toList());
        List<Digest.Item> left = digest.items().stream()
                .filter(item -> standing.contains(item.decision().responseId()))
                .toList();
        if (left.size() == digest.items().size()) {
            return false;
        }
        if (left.isEmpty() || mail.progress().sentAt() != null) {
            return true;
        }
        digests.rewrite(tx, digest.with(left));
        return false;
    }

    private Set<String> standing(Handle tx, String portal, Collection<String> responses) {
        return candidates.of(tx, portal, responses).stream()
                .map(Candidate::decision)
                .filter(RecoveryDecided::stands)
                .map(RecoveryDecided::responseId)
                .collect(Collectors.toSet());
    }

    private static List<String> toldAtOnce(Handle tx, UUID delivery) {
        return tx.createQuery("SELECT response_id FROM immediate_case WHERE delivery_id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .list();
    }
}
