package io.amends.dashboard.people.transfer;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.people.ListedPerson;
import io.amends.dashboard.people.PeopleChanges;
import io.amends.dashboard.people.PeopleChanges.PersonPut;
import io.amends.dashboard.people.PeopleList;
import io.amends.dashboard.people.transfer.PeoplePlan.Surroundings;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Table;
import io.amends.kit.http.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans a file against the people who are there now, and puts them, all or nobody. */
@ApplicationScoped
class PeopleImports {
    private final PeopleList list;
    private final PeopleChanges changes;
    private final Directory directory;

    PeopleImports(PeopleList list, PeopleChanges changes, Directory directory) {
        this.list = list;
        this.changes = changes;
        this.directory = directory;
    }

    PeoplePlan plan(String cpc, Table table) {
        Surroundings around = new Surroundings(
                cpc,
                list.all(cpc).stream().collect(Collectors.toMap(ListedPerson::login, Function.identity())),
                login -> changes.foresee(cpc, login),
                directory.codes(EntryType.GROUP, cpc),
                directory.codes(EntryType.CONTACT, cpc));
        return PeoplePlan.of(table, around);
    }

    /** Whether it is applied; not where somebody else has changed one of them since it was planned. */
    boolean apply(String cpc, PeoplePlan plan) {
        List<PersonPut> people = plan.changing().stream()
                .map(person -> new PersonPut(
                        person.after().login(),
                        person.wanted(),
                        person.before() == null
                                ? IfMatch.none()
                                : new IfMatch(person.before().tag()),
                        person.after().tag()))
                .toList();
        return changes.putAll(cpc, people);
    }
}
