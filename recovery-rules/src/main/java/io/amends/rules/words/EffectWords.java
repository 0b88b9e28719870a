package io.amends.rules.words;

import static io.amends.rules.words.ClauseWords.joined;

import io.amends.contracts.RecoveryDecided.Alert;
import io.amends.contracts.RecoveryDecided.Kind;
import io.amends.language.Effects;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What a rule sets, in words. */
final class EffectWords {
    private final RuleMessages messages;
    private final LeafWords leaves;
    private final Names names;
    private final List<Part<?>> parts;

    /** One of the six things that a rule can set; told as usual where the rule leaves it open. */
    private record Part<T>(Function<Effects, T> value, Function<T, String> words, String usual) {
        boolean isSet(Effects then) {
            return value.apply(then) != null;
        }

        boolean differs(Effects before, Effects now) {
            return !Objects.equals(value.apply(before), value.apply(now));
        }

        String told(Effects then) {
            T set = value.apply(then);
            return set == null ? usual : words.apply(set);
        }
    }

    EffectWords(RuleMessages messages, Names names) {
        this.messages = messages;
        this.leaves = new LeafWords(messages, Names.NONE);
        this.names = names;
        this.parts = List.of(
                new Part<>(Effects::kind, this::kind, messages.usualKind()),
                new Part<>(Effects::priority, messages::priority, messages.usualPriority()),
                new Part<>(Effects::tags, this::tags, messages.usualTags()),
                new Part<>(Effects::alert, this::alert, messages.usualAlert()),
                new Part<>(Effects::followUp, this::followUp, messages.usualFollowUp()),
                new Part<>(Effects::also, this::also, messages.alsoNobody()));
    }

    /** Everything a rule sets; what it leaves open is not mentioned. */
    String of(Effects then) {
        List<String> told = parts.stream()
                .filter(part -> part.isSet(then))
                .map(part -> part.told(then))
                .toList();
        return told.isEmpty() ? messages.usual() : joined(told, messages::comma);
    }

    /** What is set now instead of what was before. */
    String change(Effects before, Effects now) {
        List<Part<?>> changed =
                parts.stream().filter(part -> part.differs(before, now)).toList();
        return messages.thenChanged(told(changed, now), told(changed, before));
    }

    private String told(List<Part<?>> changed, Effects then) {
        return joined(changed.stream().map(part -> part.told(then)).toList(), messages::comma);
    }

    private String kind(Kind kind) {
        return switch (kind) {
            case RECOVERY -> messages.recovery();
            case OPPORTUNITY -> messages.opportunity();
            case NONE -> messages.notFlagged();
        };
    }

    private String tags(List<String> tags) {
        return tags.isEmpty()
                ? messages.noTags()
                : messages.tags(joined(tags.stream().map(leaves::name).toList(), messages::and));
    }

    private String also(List<String> contacts) {
        return contacts.isEmpty()
                ? messages.alsoNobody()
                : messages.also(joined(
                        contacts.stream()
                                .map(names::ofContact)
                                .map(leaves::name)
                                .toList(),
                        messages::and));
    }

    private String alert(Alert alert) {
        return switch (alert) {
            case IMMEDIATE -> messages.alertsAtOnce();
            case DIGEST -> messages.alertsByDigest();
            case NONE -> messages.alertsNobody();
        };
    }

    private String followUp(boolean wanted) {
        return wanted ? messages.followUp() : messages.noFollowUp();
    }
}
