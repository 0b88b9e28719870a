package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.Json;
import io.amends.contracts.api.NewReassignProposal;
import io.amends.contracts.api.NewReassignment;
import io.amends.contracts.api.ProposalState;
import io.amends.contracts.api.ReassignDecision;
import io.amends.contracts.api.ReassignPreview;
import io.amends.contracts.api.ReassignPreview.MovedResponse;
import io.amends.contracts.api.ReassignProposal;
import io.amends.contracts.api.Reassigned;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What survey-ingest answers about moving responses and proposals to (A8, H1); in a portal whose code ends with "ingest-away" it
 * does not answer.
 */
public final class ReassignAnswers {
    private static final String LIST = "/v1/surveys/reassign/proposals";
    private static final Pattern DECIDE = Pattern.compile(LIST + "/([^/]+)/(accept|refuse)");
    private static final String MOVE = "/v1/surveys/reassign";
    private static final Map<String, ReassignProposal> PROPOSALS = new ConcurrentHashMap<>();
    private static final Map<String, String> MOVED = new ConcurrentHashMap<>();

    private ReassignAnswers() {}

    /** Somebody has proposed to move responses of these groups. */
    public static ReassignProposal made(
            String portal, List<String> responses, List<String> from, String to, String by, Instant at) {
        ReassignProposal made = new ReassignProposal(
                UUID.randomUUID().toString(),
                portal,
                responses,
                from,
                to,
                "Because of it",
                by,
                at,
                ProposalState.OPEN,
                null,
                null,
                null);
        PROPOSALS.put(made.proposalId(), made);
        return made;
    }

    /** A proposal as it is now. */
    public static ReassignProposal now(ReassignProposal made) {
        return PROPOSALS.get(made.proposalId());
    }

    /** The group that a response was given to, by whom and why; null while it is where it was. */
    public static @Nullable String moved(String responseId) {
        return MOVED.get(responseId);
    }

    /** All that is proposed for a response. */
    public static List<ReassignProposal> about(String responseId) {
        return PROPOSALS.values().stream()
                .filter(proposal -> proposal.responseIds().contains(responseId))
                .toList();
    }

    static boolean answers(String path) {
        return path.equals(MOVE) || path.equals(LIST) || DECIDE.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        Matcher decide = DECIDE.matcher(exchange.getRequestURI().getPath());
        if (decide.matches()) {
            decide(exchange, decide.group(1), decide.group(2).equals("accept"));
        } else if (exchange.getRequestURI().getPath().equals(MOVE)) {
            move(exchange);
        } else if (exchange.getRequestMethod().equals("POST")) {
            propose(exchange);
        } else {
            list(exchange, exchange.getRequestURI().getQuery());
        }
    }

    private static void list(HttpExchange exchange, String query) throws IOException {
        String cpc = query.replaceAll("^(?:.*&)?cpc=([^&]*).*", "$1");
        if (cpc.endsWith("ingest-away")) {
            ProposalAnswers.refused(exchange, 503);
            return;
        }
        Asker asker = Asker.of(exchange);
        List<ReassignProposal> found = PROPOSALS.values().stream()
                .filter(p -> p.portal().equals(cpc) && p.fromGroups().stream().allMatch(asker::sees))
                .filter(p -> query.contains("state=" + p.state()))
                .sorted(Comparator.comparing(ReassignProposal::at).reversed())
                .toList();
        Neighbours.send(exchange, 200, ProposalAnswers.page(found, query));
    }

    private static void move(HttpExchange exchange) throws IOException {
        NewReassignment posted = Json.read(exchange.getRequestBody().readAllBytes(), NewReassignment.class);
        if (posted.portal().endsWith("ingest-away")) {
            ProposalAnswers.refused(exchange, 503);
            return;
        }
        Asker asker = Asker.of(exchange);
        List<Sample> elsewhere = posted.responseIds().stream()
                .map(Neighbours::sample)
                .filter(Objects::nonNull)
                .filter(sample -> asker.proposes(sample.group()))
                .filter(sample -> !posted.supportGroup().equals(where(sample)))
                .toList();
        if (Boolean.TRUE.equals(posted.dryRun())) {
            Neighbours.send(
                    exchange,
                    200,
                    new ReassignPreview(
                            elsewhere.size(),
                            elsewhere.stream()
                                    .limit(20)
                                    .map(sample -> new MovedResponse(sample.id(), sample.ticket(), sample.group()))
                                    .toList()));
            return;
        }
        if (elsewhere.stream().anyMatch(sample -> !asker.decides(sample.group()))) {
            ProposalAnswers.refused(exchange, 403);
            return;
        }
        String by = Neighbours.person(exchange).name();
        elsewhere.forEach(
                sample -> MOVED.put(sample.id(), posted.supportGroup() + " by " + by + ": " + posted.reason()));
        Neighbours.send(exchange, 200, new Reassigned(elsewhere.size()));
    }

    private static String where(Sample sample) {
        String moved = MOVED.get(sample.id());
        return moved == null ? sample.group() : moved.replaceAll(" by .*", "");
    }

    private static void propose(HttpExchange exchange) throws IOException {
        NewReassignProposal posted = Json.read(exchange.getRequestBody().readAllBytes(), NewReassignProposal.class);
        List<String> from = posted.responseIds().stream()
                .map(Neighbours::sample)
                .filter(Objects::nonNull)
                .map(Sample::group)
                .distinct()
                .toList();
        Neighbours.send(
                exchange,
                201,
                made(
                        posted.portal(),
                        posted.responseIds(),
                        from,
                        posted.supportGroup(),
                        Neighbours.person(exchange).name(),
                        Instant.now()));
    }

    private static void decide(HttpExchange exchange, String id, boolean accepted) throws IOException {
        ReassignDecision posted = Json.read(exchange.getRequestBody().readAllBytes(), ReassignDecision.class);
        ReassignProposal open = PROPOSALS.get(id);
        Asker asker = Asker.of(exchange);
        int refused = open == null
                ? 404
                : open.fromGroups().stream()
                        .mapToInt(asker::refusedToDecide)
                        .max()
                        .orElse(0);
        if (refused == 0 && open.state() != ProposalState.OPEN) {
            refused = 409;
        }
        if (refused > 0) {
            ProposalAnswers.refused(exchange, refused);
            return;
        }
        ReassignProposal decided = new ReassignProposal(
                id,
                open.portal(),
                open.responseIds(),
                open.fromGroups(),
                open.supportGroup(),
                open.reason(),
                open.by(),
                open.at(),
                accepted ? ProposalState.ACCEPTED : ProposalState.REFUSED,
                Neighbours.person(exchange).name(),
                Instant.now(),
                posted.reason());
        PROPOSALS.put(id, decided);
        Neighbours.send(exchange, 200, decided);
    }
}
