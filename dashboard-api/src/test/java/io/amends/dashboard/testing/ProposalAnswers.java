package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.CaseView;
import io.amends.contracts.Json;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What notes-service answers about proposals (H1). */
public final class ProposalAnswers {
    private static final Pattern PROPOSE = Pattern.compile("/v1/cases/([^/]+)/proposals");
    private static final Pattern LIST = Pattern.compile("/v1/portals/([^/]+)/proposals");
    private static final Pattern DECIDE = Pattern.compile("/v1/portals/[^/]+/proposals/([^/]+)/(accept|refuse)");
    private static final Map<String, CaseProposal> PROPOSALS = new ConcurrentHashMap<>();

    private ProposalAnswers() {}

    /** What is proposed for the case of this response, decided or not. */
    public static List<CaseProposal> of(Sample sample) {
        return PROPOSALS.values().stream()
                .filter(p -> p.responseId().equals(sample.id()))
                .toList();
    }

    static boolean answers(String path) {
        return PROPOSE.matcher(path).matches()
                || LIST.matcher(path).matches()
                || DECIDE.matcher(path).matches();
    }

    static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher propose = PROPOSE.matcher(path);
        Matcher list = LIST.matcher(path);
        Matcher decide = DECIDE.matcher(path);
        if (propose.matches()) {
            propose(exchange, propose.group(1));
        } else if (list.matches()) {
            list(exchange, list.group(1));
        } else if (decide.matches()) {
            decide(exchange, decide.group(1), decide.group(2).equals("accept"));
        }
    }

    private static void propose(HttpExchange exchange, String caseId) throws IOException {
        NewCaseProposal posted = Json.read(exchange.getRequestBody().readAllBytes(), NewCaseProposal.class);
        Asker asker = Asker.of(exchange);
        CaseView about = Neighbours.byId(caseId);
        if (!asker.proposes(about.supportGroup())) {
            refused(exchange, asker.sees(about.supportGroup()) ? 403 : 404);
            return;
        }
        CaseProposal made = new CaseProposal(
                UUID.randomUUID().toString(),
                about.portal(),
                caseId,
                about.ticketId(),
                about.responseId(),
                about.supportGroup(),
                posted.what(),
                posted.outcome(),
                posted.rootCause(),
                posted.sendFollowUp(),
                posted.approval(),
                posted.owner(),
                posted.reason(),
                asker.said() == null ? "dashboard" : asker.said().name(),
                Instant.now(),
                ProposalState.OPEN,
                null,
                null,
                null);
        PROPOSALS.put(made.proposalId(), made);
        Neighbours.send(exchange, 201, made);
    }

    private static void list(HttpExchange exchange, String cpc) throws IOException {
        Asker asker = Asker.of(exchange);
        String query = exchange.getRequestURI().getQuery();
        List<CaseProposal> found = PROPOSALS.values().stream()
                .filter(p -> p.portal().equals(cpc) && asker.sees(p.supportGroup()))
                .filter(p -> query.contains("state=" + p.state()) && query.contains("caseId=" + p.caseId()))
                .toList();
        Neighbours.send(exchange, 200, new Page<>(found, 0, 50, found.size()));
    }

    private static void decide(HttpExchange exchange, String proposalId, boolean accepted) throws IOException {
        CaseProposalDecision posted = Json.read(exchange.getRequestBody().readAllBytes(), CaseProposalDecision.class);
        CaseProposal open = PROPOSALS.get(proposalId);
        int refused = open == null ? 404 : Asker.of(exchange).refusedToDecide(open.supportGroup());
        if (refused == 0 && open.state() != ProposalState.OPEN) {
            refused = 409;
        }
        if (refused > 0) {
            refused(exchange, refused);
            return;
        }
        CaseProposal decided = new CaseProposal(
                proposalId,
                open.portal(),
                open.caseId(),
                open.ticketId(),
                open.responseId(),
                open.supportGroup(),
                open.what(),
                open.outcome(),
                open.rootCause(),
                open.sendFollowUp(),
                open.approval(),
                open.owner(),
                open.reason(),
                open.by(),
                open.at(),
                accepted ? ProposalState.ACCEPTED : ProposalState.REFUSED,
                Neighbours.person(exchange).name(),
                Instant.now(),
                posted.reason());
        PROPOSALS.put(proposalId, decided);
        if (accepted) {
            act(open);
        }
        Neighbours.send(exchange, 200, decided);
    }

    private static void act(CaseProposal accepted) {
        CaseView about = Neighbours.byId(accepted.caseId());
        switch (accepted.what()) {
            case CLOSE -> Neighbours.close(about, accepted.outcome(), accepted.rootCause());
            case DECLINE -> Neighbours.close(about, CaseView.Outcome.NOT_NEEDED, accepted.reason());
            case HAND_OVER -> Neighbours.handOver(about, accepted.owner());
        }
    }

    private static void refused(HttpExchange exchange, int status) throws IOException {
        Neighbours.send(exchange, status, Map.of("status", status, "detail", "Not so."));
    }
}
