package io.amends.dashboard.preferences.transfer;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.CheckedEntry;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.DirectoryRequests;
import io.amends.dashboard.preferences.core.CsvFile.Reading.Table;
import io.amends.dashboard.preferences.core.EntryList;
import io.amends.dashboard.preferences.core.ImportPlan;
import io.amends.dashboard.preferences.core.ImportPlan.Known;
import io.amends.kit.http.IfMatch;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans a file against the directory as it is now, and applies it, all or nothing, by the rule of the API. */
@ApplicationScoped
class Imports {
    private static final int CHANGED = 412;

    private final Directory directory;
    private final DirectoryRequests requests;

    Imports(Directory directory, DirectoryRequests requests) {
        this.directory = directory;
        this.requests = requests;
    }

    ImportPlan plan(EntryList list, String cpc, Table table) {
        Map<String, Known> known = directory.all(list.type(), cpc).stream()
                .collect(Collectors.toMap(
                        stored -> stored.code(),
                        stored -> new Known(stored.tag(), stored.entry().orElse(null))));
        Map<EntryType, Set<String>> codes = new EnumMap<>(EntryType.class);
        return ImportPlan.of(
                list.type(), table, known, type -> codes.computeIfAbsent(type, asked -> directory.codes(asked, cpc)));
    }

    /** Whether it is applied; not where somebody else has changed one of the entries since it was planned. */
    boolean apply(EntryList list, String cpc, ImportPlan plan) {
        List<CheckedEntry> entries = plan.changing().stream()
                .map(entry -> new CheckedEntry(
                        entry.code(), entry.entry(), entry.tag() == null ? IfMatch.none() : new IfMatch(entry.tag())))
                .toList();
        try {
            requests.saveAll(list.type(), cpc, entries);
            return true;
        } catch (Problem problem) {
            if (problem.status() != CHANGED) {
                throw problem;
            }
            return false;
        }
    }
}
