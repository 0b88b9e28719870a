package io.amends.rules.words;

import io.amends.language.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a rule sets, in words. */
final class EffectWords {
    private final Words words;
    private final LeafWords names;
    private final List<Part> parts;

    /** One of the five things that a rule can set; told as usual where the rule leaves it open. */
    private record Part(Function<Effects, Object> value, Function<Effects, String> told, String usual) {}

    EffectWords(Words words) {
        this.words = words;
        this.names = new LeafWords(words, Names.NONE);
        this.parts = List.of(
                new Part(Effects::kind, then -> words.of("kind." + then.kind()), "usual.kind"),
                new Part(
                        Effects::priority,
                        then -> words.of("priority", String.valueOf(then.priority())),
                        "usual.priority"),
                new Part(Effects::tags, this::tags, "usual.tags"),
                new Part(Effects::alert, then -> words.of("alert." + then.alert()), "usual.alert"),
                new Part(
                        Effects::followUp,
                        then -> words.of(Boolean.TRUE.equals(then.followUp()) ? "followUp" : "followUp.not"),
                        "usual.followUp"));
    }

    /** Everything a rule sets; what it leaves open is not mentioned. */
    String of(Effects then) {
        List<String> told = parts.stream()
                .filter(part -> part.value().apply(then) != null)
                .map(part -> part.told().apply(then))
                .toList();
        return told.isEmpty() ? words.of("usual") : words.join("comma", told);
    }

    /** What is set now instead of what was before. */
    String change(Effects before, Effects now) {
        List<String> was = new ArrayList<>();
        List<String> is = new ArrayList<>();
        for (Part part : parts) {
            if (!Objects.equals(part.value().apply(before), part.value().apply(now))) {
                was.add(told(part, before));
                is.add(told(part, now));
            }
        }
        return words.of("changed.then", words.join("comma", is), words.join("comma", was));
    }

    private String told(Part part, Effects then) {
        return part.value().apply(then) == null
                ? words.of(part.usual())
                : part.told().apply(then);
    }

    private String tags(Effects then) {
        List<String> tags = then.tags() == null ? List.of() : then.tags();
        return tags.isEmpty()
                ? words.of("tags.none")
                : words.of(
                        "tags", words.join("and", tags.stream().map(names::name).toList()));
    }
}
