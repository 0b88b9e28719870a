package io.amends.dashboard.studio.backtests;

import io.amends.contracts.api.Backtest;
import io.amends.contracts.directory.Group;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.links.WhyAddress;
import io.amends.dashboard.responses.ResponsesReport;
import io.amends.dashboard.studio.shared.AnswerSentences;
import io.amends.dashboard.studio.shared.StudioAddress;
import io.amends.kit.access.Caller;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the views of the cases that a backtest shows. */
@ApplicationScoped
class CaseListPresenter {
    private final BacktestPageMessages messages;
    private final AnswerSentences answers;
    private final Formats formats;
    private final ResponsesReport report;
    private final Caller caller;

    CaseListPresenter(
            BacktestPageMessages messages,
            AnswerSentences answers,
            Formats formats,
            ResponsesReport report,
            Caller caller) {
        this.messages = messages;
        this.answers = answers;
        this.formats = formats;
        this.report = report;
        this.caller = caller;
    }

    /**
     * Whose backtest it is.
     *
     * @param groups by their code
     */
    record Place(String cpc, Portal portal, Map<String, Group> groups) {
        String url(Backtest run) {
            return StudioAddress.backtest(cpc, run.backtestId());
        }

        String groupName(String code) {
            Group group = groups.get(code);
            return group == null ? code : group.name();
        }
    }

    /** @param examples those of that side that are to be shown */
    CaseList list(Backtest run, CaseSide side, List<Backtest.Example> examples, Place place) {
        long total = side.total(run);
        Map<String, String> customers = report.customers(
                place.cpc(),
                caller.sight(place.cpc(), Permission.SEE_RESPONSES),
                examples.stream().map(Backtest.Example::responseId).toList());
        return new CaseList(
                side.word(),
                title(side, total),
                explained(side),
                examples.stream()
                        .map(e -> example(e, customers.get(e.responseId()), place))
                        .toList(),
                total > examples.size() ? messages.moreCases(formats.count(total - examples.size())) : null,
                place.url(run) + "/" + side.word());
    }

    private String title(CaseSide side, long total) {
        return switch (side) {
            case GAINED -> messages.gained(total);
            case LOST -> messages.lost(total);
            case KEPT -> messages.kept(total);
        };
    }

    private String explained(CaseSide side) {
        return switch (side) {
            case GAINED -> messages.gainedMeans();
            case LOST -> messages.lostMeans();
            case KEPT -> messages.keptMeans();
        };
    }

    private CaseList.ExampleCase example(Backtest.Example example, @Nullable String customer, Place place) {
        String comment = example.comment();
        return new CaseList.ExampleCase(
                answers.customer(customer),
                example.ticketId(),
                place.groupName(example.supportGroup()),
                new CaseList.CaseAnswer(
                        answers.score(example.overall(), place.portal()),
                        formats.moment(example.submittedAt(), place.portal().timeZone()),
                        answers.choice(example.contactChoice()),
                        comment == null || comment.isBlank() ? null : comment),
                new CaseList.BeforeAndAfter(
                        example.before().summary(), example.after().summary()),
                example.rules(),
                WhyAddress.of(place.cpc(), example.responseId()));
    }
}
