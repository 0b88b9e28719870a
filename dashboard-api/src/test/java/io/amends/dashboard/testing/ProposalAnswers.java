package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.contracts.CaseView;
import io.amends.contracts.Json;
import io.amends.contracts.api.CaseProposal;
import io.amends.contracts.api.CaseProposal.ProposedStep;
import io.amends.contracts.api.CaseProposalDecision;
import io.amends.contracts.api.NewCaseProposal;
import io.amends.contracts.api.ProposalState;
import io.amends.kit.page.Page;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What notes-service answers about proposals (H1); in a portal whose code ends with "notes-away" it does not answer. */
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

    /** Somebody has proposed something for the case of this response. */
    public static CaseProposal made(Sample about, ProposedStep what, String by, String reason, Instant at) {
        CaseView theCase = Neighbours.caseOf(about.id());
        CaseProposal made = new CaseProposal(
                UUID.randomUUID().toString(),
                about.portal(),
                theCase.caseId(),
                about.ticket(),
                about.id(),
                about.group(),
                what,
                what == ProposedStep.CLOSE ? CaseView.Outcome.RESOLVED : null,
                null,
                null,
                null,
                what == ProposedStep.HAND_OVER ? "c-1" : null,
                reason,
                by,
                at,
                ProposalState.OPEN,
                null,
                null,
                null);
        PROPOSALS.put(made.proposalId(), made);
        return made;
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
        if (cpc.endsWith("notes-away")) {
            refused(exchange, 503);
            return;
        }
        Asker asker = Asker.of(exchange);
        String query = exchange.getRequestURI().getQuery();
        List<CaseProposal> found = PROPOSALS.values().stream()
                .filter(p -> p.portal().equals(cpc) && asker.sees(p.supportGroup()))
                .filter(p -> query.contains("state=" + p.state()))
                .filter(p -> !query.contains("caseId=") || query.contains("caseId=" + p.caseId()))
                .sorted(Comparator.comparing(CaseProposal::at).reversed())
                .toList();
        Neighbours.send(exchange, 200, page(found, query));
    }

    /** The page of a list that a query asks for. */
    static <T> Page<T> page(List<T> all, String query) {
        int page = number(query, "page", 0);
        int size = number(query, "size", 50);
        return new Page<>(all.stream().skip((long) page * size).limit(size).toList(), page, size, all.size());
    }

    private static int number(String query, String name, int usual) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : usual;
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

    static void refused(HttpExchange exchange, int status) throws IOException {
        Neighbours.send(exchange, status, Map.of("status", status, "detail", "Not so."));
    }
}
