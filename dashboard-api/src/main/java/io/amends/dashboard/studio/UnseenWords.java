package io.amends.dashboard.studio;

import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.builder.ClauseForm;
import io.amends.dashboard.studio.builder.DraftRules;
import io.amends.dashboard.studio.builder.Unseen;
import io.amends.dashboard.studio.builder.Vocabulary;
import io.amends.language.ClauseKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which values of rules no response has carried lately, wherever somebody may still mend them. */
@ApplicationScoped
class UnseenWords {
    /** A page that warns of more rules than this is not read. */
    private static final int MOST = 10;

    private final StudioWords words;
    private final ClauseWords clauses;
    private final Formats say;

    UnseenWords(StudioWords words, ClauseWords clauses, Formats say) {
        this.words = words;
        this.clauses = clauses;
        this.say = say;
    }

    /** One value in a sentence, with the one that was most likely meant. */
    String of(Unseen unseen, Vocabulary vocabulary) {
        Vocabulary.Looked looked = vocabulary.looked();
        String sentence = looked.whole()
                ? words.unseenInDays(what(unseen), looked.days())
                : words.unseenInNewest(what(unseen), say.count(looked.responses()));
        return unseen.nearest() == null
                ? sentence
                : sentence + " " + words.didYouMean(clauses.named(unseen.field(), unseen.nearest(), vocabulary));
    }

    private String what(Unseen unseen) {
        ClauseKind kind = ClauseKind.named(unseen.field());
        if (kind == ClauseKind.TAG) {
            return words.unseenTag(unseen.value());
        }
        if (kind == ClauseKind.FACTOR) {
            return words.unseenFactor(unseen.value());
        }
        return kind == ClauseKind.PROPERTY
                ? words.unseenProperty(unseen.value())
                : words.unseenField(clauses.field(unseen.field()), unseen.value());
    }

    /** What the button says that puts the known values in their place; null where none is near. */
    @Nullable
    String use(List<Unseen> unseen, Vocabulary vocabulary) {
        String known = unseen.stream()
                .filter(u -> u.nearest() != null)
                .map(u -> "“" + clauses.named(u.field(), Objects.requireNonNull(u.nearest()), vocabulary) + "”")
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? null : words.useKnown(known);
    }

    /** The first rules that have such values, each with all of its own. */
    List<RulesView.Doubt> of(String cpc, DraftRules rules, Vocabulary vocabulary) {
        List<RulesView.Doubt> lines = new ArrayList<>();
        for (int i = 0; i < rules.size() && lines.size() < MOST; i++) {
            String sentence = of(rules, i, vocabulary);
            if (sentence != null) {
                lines.add(new RulesView.Doubt(RulesAddress.of(cpc, Integer.toString(i + 1)), rules.name(i), sentence));
            }
        }
        return lines;
    }

    /** All such values of one rule; null without any. */
    @Nullable
    String of(DraftRules rules, int index, Vocabulary vocabulary) {
        List<Unseen> unseen = rules.read(index)
                .map(rule -> Unseen.in(ClauseForm.of(rule.when()), vocabulary))
                .orElse(List.of());
        String all = unseen.stream().map(u -> of(u, vocabulary)).collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
