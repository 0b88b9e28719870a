package io.amends.dashboard.preferences.shared;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of entries, to choose from and to read. */
@ApplicationScoped
public class NamedEntries {
    private static final int MOST_IN_A_SELECT = 200;

    private final SeenEntries seen;
    private final PreferencesMessages messages;

    NamedEntries(SeenEntries seen, PreferencesMessages messages) {
        this.seen = seen;
        this.messages = messages;
    }

    /** The names of all entries of a type that the caller may see, by code and in the order of the names. */
    public Map<String, String> of(EntryType type, String cpc) {
        Map<String, String> names = new LinkedHashMap<>();
        seen.all(type, cpc).stream()
                .flatMap(stored -> stored.entry().stream()
                        .map(entry -> new Option(stored.code(), name(Json.MAPPER.valueToTree(entry)), false)))
                .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                .forEach(named -> names.put(named.value(), named.label()));
        return names;
    }

    private static String name(JsonNode entry) {
        return entry.path("name").asText();
    }

    /** A field in which one of these is chosen: from a list where there are few, by its code where there are many. */
    public FieldView choice(
            FieldView.Face face, Map<String, String> names, List<String> values, FieldErrors errors, String none) {
        boolean many = names.size() > MOST_IN_A_SELECT;
        List<Option> options = new ArrayList<>();
        if (!many) {
            options.add(new Option("", none, values.isEmpty() || values.get(0).isEmpty()));
            values.stream()
                    .filter(code -> !code.isEmpty() && !names.containsKey(code))
                    .distinct()
                    .forEach(code -> options.add(new Option(code, messages.notThere(code), true)));
        }
        names.forEach((code, name) ->
                options.add(new Option(code, many ? name : messages.nameAndCode(name, code), values.contains(code))));
        FieldView.Face typed = new FieldView.Face(
                face.name(),
                face.label(),
                face.hint(),
                many ? FieldView.Input.LIST : FieldView.Input.SELECT,
                face.several());
        String shown = String.join(
                ", ",
                values.stream()
                        .filter(code -> !code.isEmpty())
                        .map(code -> names.getOrDefault(code, code))
                        .toList());
        return new FieldView(typed, values, options, errors.at(face.name()), shown);
    }
}
