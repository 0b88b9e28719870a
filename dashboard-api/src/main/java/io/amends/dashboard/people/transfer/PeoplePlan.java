package io.amends.dashboard.people.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.access.Role;
import io.amends.dashboard.people.ListedPerson;
import io.amends.dashboard.people.PeopleChanges.Foreseen;
import io.amends.dashboard.people.PeopleChanges.KeptNames;
import io.amends.dashboard.people.core.Logins;
import io.amends.dashboard.people.core.WantedPerson;
import io.amends.dashboard.preferences.core.CsvFile.CsvRow;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Table;
import io.amends.dashboard.preferences.core.FieldKind;
import io.amends.dashboard.preferences.core.GuardedCell;
import io.amends.dashboard.preferences.core.ImportColumns;
import io.amends.dashboard.preferences.core.ImportPlan.Effect;
import io.amends.dashboard.preferences.core.ImportPlan.Trouble;
import io.amends.dashboard.preferences.core.ImportPlan.TroubleKind;
import io.amends.kit.id.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file would make of a portal's people, by the rules of a put: every problem by line and column, or what is new,
 * changed and as it was. A column that the file does not have leaves what is stored; an empty cell empties it. Nobody is
 * removed.
 */
final class PeoplePlan {
    static final String LOGIN = "login";
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String ROLES = "roles";
    static final String GROUPS = "groups";
    static final String CONTACT = "contact";
    static final String ACTIVE = "active";

    /** Who is active. */
    static final String YES = "true";

    /** Who is not. */
    static final String NO = "false";

    private static final Map<String, FieldKind> FIELDS = fields();
    /** What can be written in the last column; nothing is yes, as where it is left out of a put. */
    private static final Set<String> FIT_ACTIVE = Set.of(YES, NO, "");

    private final List<Trouble> troubles = new ArrayList<>();
    private final List<Trouble> doubts = new ArrayList<>();
    private final List<PlannedPerson> people = new ArrayList<>();
    private final Set<String> logins = new HashSet<>();
    private final Surroundings around;

    private PeoplePlan(Surroundings around) {
        this.around = around;
    }

    /**
     * Where people are put.
     *
     * @param there the people of the portal, by login
     * @param foreseen what is known of a login
     * @param groups the codes of those that are there
     * @param contacts the codes of those that are there
     */
    record Surroundings(
            String portal,
            Map<String, ListedPerson> there,
            Function<String, Foreseen> foreseen,
            Set<String> groups,
            Set<String> contacts) {}

    /**
     * A line that can be applied.
     *
     * @param before null for somebody new
     * @param after what they are to be
     * @param columns those that it changes
     * @param elsewhere whether their name and email are left as they are
     */
    record PlannedPerson(
            int line,
            Effect effect,
            WantedPerson wanted,
            @Nullable ListedPerson before,
            ListedPerson after,
            List<String> columns,
            boolean elsewhere) {

        /** The name that they are to have; empty for whoever is still a stranger to the portal. */
        String shownName() {
            return before == null && elsewhere ? "" : after.name();
        }
    }

    private static Map<String, FieldKind> fields() {
        Map<String, FieldKind> fields = new LinkedHashMap<>();
        fields.put(NAME, FieldKind.TEXT);
        fields.put(EMAIL, FieldKind.TEXT);
        fields.put(ROLES, FieldKind.WORDS);
        fields.put(GROUPS, FieldKind.WORDS);
        fields.put(CONTACT, FieldKind.TEXT);
        return fields;
    }

    /** The columns of a file, in their order. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>();
        columns.add(LOGIN);
        columns.addAll(FIELDS.keySet());
        columns.add(ACTIVE);
        return columns;
    }

    /** Somebody as a line of a file, guarded. */
    static List<String> cells(ListedPerson person) {
        ObjectNode json = Json.MAPPER.valueToTree(person);
        return columns().stream()
                .map(column -> GuardedCell.guarded(FieldKind.text(json.path(column))))
                .toList();
    }

    /** Plans a file. */
    static PeoplePlan of(Table table, Surroundings around) {
        PeoplePlan plan = new PeoplePlan(around);
        ImportColumns columns = new ImportColumns(table.header(), columns(), List.of(LOGIN));
        plan.troubles.addAll(columns.troubles());
        if (plan.troubles.isEmpty()) {
            table.rows().forEach(row -> plan.row(columns, row));
            plan.lastAdmin();
        }
        return plan;
    }

    /** Why the file is not applied; empty if it can be. */
    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    /** What is told, and taken all the same. */
    List<Trouble> doubts() {
        return List.copyOf(doubts);
    }

    /** What each line does. */
    List<Effect> effects() {
        return people.stream().map(PlannedPerson::effect).toList();
    }

    /** What is applied. */
    List<PlannedPerson> changing() {
        return people.stream()
                .filter(person -> person.effect != Effect.UNCHANGED)
                .toList();
    }

    /** Differs as soon as applying would do something else than what was shown. */
    String fingerprint() {
        return Sha256.hex(changing().stream()
                .map(person -> person.after.login() + ":" + (person.before == null ? null : person.before.tag()) + ":"
                        + person.after.tag())
                .collect(Collectors.joining("\n")));
    }

    private void row(ImportColumns columns, CsvRow row) {
        Map<String, String> cells = columns.cells(row).orElse(null);
        if (cells == null) {
            trouble(row.line(), "", TroubleKind.TOO_MANY_CELLS, "");
            return;
        }
        String login = cells.getOrDefault(LOGIN, "").strip();
        if (Logins.fault(login) != null) {
            trouble(row.line(), LOGIN, TroubleKind.FIELD_UNFIT, login);
        } else if (!logins.add(login.toLowerCase(Locale.ROOT))) {
            trouble(row.line(), LOGIN, TroubleKind.LOGIN_TWICE, login);
        }
        person(row.line(), login, cells);
    }

    private void person(int line, String login, Map<String, String> cells) {
        ListedPerson before = around.there.get(login);
        ObjectNode stored = before == null ? Json.MAPPER.createObjectNode() : Json.MAPPER.valueToTree(before);
        List<String> written = cells.keySet().stream()
                .filter(column -> !column.equals(LOGIN))
                .filter(column ->
                        before == null || !cells.getOrDefault(column, "").equals(FieldKind.text(stored.path(column))))
                .toList();
        if (before != null && written.isEmpty()) {
            people.add(new PlannedPerson(
                    line, Effect.UNCHANGED, wanted(stored, written, cells), before, before, written, false));
            return;
        }
        WantedPerson wanted = wanted(stored, written, cells);
        Set<String> unfit = wanted.faults(around.portal).stream()
                .map(fault -> column(fault.pointer()))
                .collect(Collectors.toCollection(HashSet::new));
        if (written.contains(ACTIVE) && !FIT_ACTIVE.contains(active(cells))) {
            unfit.add(ACTIVE);
        }
        columns().stream()
                .filter(unfit::contains)
                .forEach(column -> trouble(line, column, TroubleKind.FIELD_UNFIT, cells.getOrDefault(column, "")));
        if (!unfit.isEmpty() || Logins.fault(login) != null) {
            missing(line, wanted, unfit, cells);
            return;
        }
        KeptNames kept = null;
        if (before == null || written.contains(NAME) || written.contains(EMAIL)) {
            Foreseen foreseen = around.foreseen.apply(login);
            if (foreseen.alike()) {
                trouble(line, LOGIN, TroubleKind.LOGIN_ALIKE, login);
                missing(line, wanted, unfit, cells);
                return;
            }
            kept = foreseen.kept();
        }
        PlannedPerson planned = planned(line, login, before, wanted, kept, written);
        people.add(planned);
        if (kept != null) {
            elsewhere(planned, kept, cells);
        }
        if (planned.effect != Effect.UNCHANGED) {
            missing(line, wanted, unfit, cells);
        }
    }

    /** Tells of groups and a contact that are not there yet, also where something else of the line is wrong. */
    private void missing(int line, WantedPerson wanted, Set<String> unfit, Map<String, String> cells) {
        wanted.missing(around.groups, around.contacts).stream()
                .map(missing -> column(missing.pointer()))
                .distinct()
                .filter(column -> !unfit.contains(column))
                .forEach(column -> doubt(line, column, TroubleKind.NOT_THERE, cells.getOrDefault(column, "")));
    }

    private static PlannedPerson planned(
            int line,
            String login,
            @Nullable ListedPerson before,
            WantedPerson wanted,
            @Nullable KeptNames kept,
            List<String> written) {
        ListedPerson after = new ListedPerson(
                login,
                kept == null ? wanted.givenName() : kept.name(),
                kept == null ? wanted.email() : kept.email(),
                wanted.membership(),
                before == null ? Set.of() : before.claimedRoles(),
                before != null && before.passwordSet(),
                before != null && before.atProvider(),
                before == null ? null : before.lastSignInAt());
        Effect effect = before == null ? Effect.NEW : after.equals(before) ? Effect.UNCHANGED : Effect.CHANGED;
        List<String> columns = written.stream()
                .filter(column -> kept == null || !(column.equals(NAME) || column.equals(EMAIL)))
                .toList();
        return new PlannedPerson(line, effect, wanted, before, after, columns, kept != null);
    }

    /** Tells what a line cannot change of somebody whom not only this portal knows. */
    private void elsewhere(PlannedPerson planned, KeptNames kept, Map<String, String> cells) {
        if (planned.before == null) {
            // What they are called elsewhere is told to whoever adds them, and not to whoever tries a login.
            doubt(planned.line, LOGIN, TroubleKind.KNOWN_ELSEWHERE, planned.after.login());
            return;
        }
        if (!kept.name().equals(planned.wanted.givenName())) {
            doubt(planned.line, NAME, TroubleKind.LEFT_AS_IT_IS, cells.getOrDefault(NAME, ""));
        }
        if (!Objects.equals(kept.email(), planned.wanted.email())) {
            doubt(planned.line, EMAIL, TroubleKind.LEFT_AS_IT_IS, cells.getOrDefault(EMAIL, ""));
        }
    }

    /** Refuses the whole where nobody would be admin of a portal that has one. */
    private void lastAdmin() {
        Set<String> admins = around.there.values().stream()
                .filter(person -> person.membership().admin())
                .map(ListedPerson::login)
                .collect(Collectors.toCollection(HashSet::new));
        List<PlannedPerson> noMore = people.stream()
                .filter(person -> admins.contains(person.after.login())
                        && !person.after.membership().admin())
                .toList();
        people.stream()
                .filter(person -> person.after.membership().admin())
                .forEach(person -> admins.add(person.after.login()));
        noMore.forEach(person -> admins.remove(person.after.login()));
        if (admins.isEmpty()) {
            noMore.forEach(person -> trouble(
                    person.line,
                    person.after.membership().roles().contains(Role.ADMIN) ? ACTIVE : ROLES,
                    TroubleKind.LAST_ADMIN,
                    ""));
        }
    }

    private static WantedPerson wanted(ObjectNode stored, List<String> written, Map<String, String> cells) {
        Map<String, FieldKind> fields = new LinkedHashMap<>(FIELDS);
        fields.keySet().retainAll(written);
        ObjectNode json = FieldKind.over(stored, fields, column -> List.of(cells.getOrDefault(column, "")));
        if (written.contains(GROUPS) && json.path(GROUPS).isEmpty()) {
            json.remove(GROUPS);
        }
        if (written.contains(ACTIVE)) {
            json.put(ACTIVE, !active(cells).equals(NO));
        }
        return Json.MAPPER.convertValue(json, WantedPerson.class);
    }

    private static String active(Map<String, String> cells) {
        return cells.getOrDefault(ACTIVE, "").strip().toLowerCase(Locale.ROOT);
    }

    private static String column(String pointer) {
        return pointer.split("/", -1)[1];
    }

    private void trouble(int line, String column, TroubleKind kind, String text) {
        troubles.add(new Trouble(line, column, kind, text));
    }

    private void doubt(int line, String column, TroubleKind kind, String text) {
        doubts.add(new Trouble(line, column, kind, text));
    }
}
