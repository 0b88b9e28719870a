package io.amends.dashboard.people.transfer;

import io.amends.contracts.access.Role;
import io.amends.dashboard.people.PeopleMessages;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.dashboard.people.transfer.PeoplePlan.PlannedPerson;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.transfer.ImportFlow.FilePlan;
import io.amends.dashboard.preferences.transfer.ImportMessages;
import io.amends.dashboard.preferences.transfer.ImportView.EffectLine;
import io.amends.dashboard.preferences.transfer.ImportView.ImportedList;
import io.amends.dashboard.preferences.transfer.ImportView.TroubleLine;
import io.amends.dashboard.preferences.transfer.ImportViews;
import io.amends.dashboard.preferences.transfer.ImportViews.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the page of an import of people. */
@ApplicationScoped
class PeopleImportPresenter {
    /** Most lines of a file: people are put one after another, while no other change of people is made. */
    static final int MOST_LINES = 2_000;

    /** The word of people in addresses. */
    static final String WORD = "people";

    private final ImportViews views;
    private final ImportMessages messages;
    private final PeopleMessages words;

    PeopleImportPresenter(ImportViews views, ImportMessages messages, PeopleMessages words) {
        this.views = views;
        this.messages = messages;
        this.words = words;
    }

    /**
     * What a file would change.
     *
     * @param apply does it
     */
    FilePlan plan(PeoplePlan plan, BooleanSupplier apply) {
        Planned planned = new Planned(
                plan.effects(),
                lines(plan.doubts()),
                plan.changing().stream().map(this::effect).toList());
        return new FilePlan(lines(plan.troubles()), planned, plan.fingerprint(), apply);
    }

    /** What is imported. */
    ImportedList list() {
        return new ImportedList(WORD, messages.people(), WORD, words.login(), PeoplePlan.columns(), MOST_LINES);
    }

    private EffectLine effect(PlannedPerson person) {
        String login = person.after().login();
        String name = person.shownName();
        return person.effect() == Effect.NEW
                ? views.fresh(person.line(), login, name)
                : views.changed(
                        person.line(),
                        login,
                        name,
                        person.columns().stream().map(this::label).toList());
    }

    private List<TroubleLine> lines(List<Trouble> troubles) {
        return views.lines(troubles, this::wrong);
    }

    private String label(String column) {
        return switch (column) {
            case PeoplePlan.EMAIL -> words.email();
            case PeoplePlan.ROLES -> words.roles();
            case PeoplePlan.GROUPS -> words.groups();
            case PeoplePlan.CONTACT -> words.contact();
            case PeoplePlan.ACTIVE -> words.active();
            default -> words.name();
        };
    }

    private String wrong(String column) {
        return switch (column) {
            case PeoplePlan.LOGIN -> words.loginUnfit(Logins.LONGEST);
            case PeoplePlan.EMAIL -> words.emailUnfit();
            case PeoplePlan.ROLES ->
                messages.rolesUnfit(Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", ")));
            case PeoplePlan.GROUPS -> words.groupsUnfit(WantedPerson.MOST_GROUPS);
            case PeoplePlan.CONTACT -> words.contactUnfit();
            case PeoplePlan.ACTIVE -> messages.activeUnfit(PeoplePlan.YES, PeoplePlan.NO);
            default -> words.nameUnfit(WantedPerson.LONGEST_NAME);
        };
    }
}
