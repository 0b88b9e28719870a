package io.amends.dashboard.studio.shared;

import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.core.ClauseForm;
import io.amends.dashboard.studio.core.DraftRules;
import io.amends.dashboard.studio.core.UnknownValue;
import io.amends.dashboard.studio.core.Vocabulary;
import io.amends.language.ClauseKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what rules name that no response has carried lately, or that is not there, wherever somebody may still mend them. */
@ApplicationScoped
public class UnknownValueSentences {
    /** A page that warns of more rules than this is not read. */
    private static final int MOST = 10;

    private final StudioMessages studio;
    private final ClauseSentences clauses;
    private final Formats formats;

    UnknownValueSentences(StudioMessages studio, ClauseSentences clauses, Formats formats) {
        this.studio = studio;
        this.clauses = clauses;
        this.formats = formats;
    }

    /** One value in a sentence, with the one that was most likely meant. */
    public String of(UnknownValue unseen, Vocabulary vocabulary) {
        Vocabulary.Lookback lookback = vocabulary.lookback();
        String sentence = lookback.whole()
                ? studio.unseenInDays(what(unseen), lookback.days(), lookback.own())
                : studio.unseenInNewest(what(unseen), formats.count(lookback.responses()), lookback.own());
        return unseen.nearest() == null
                ? sentence
                : sentence + " " + studio.didYouMean(clauses.named(unseen.field(), unseen.nearest(), vocabulary));
    }

    private String what(UnknownValue unseen) {
        ClauseKind kind = ClauseKind.named(unseen.field());
        if (kind == ClauseKind.TAG) {
            return studio.unseenTag(unseen.value());
        }
        if (kind == ClauseKind.FACTOR) {
            return studio.unseenFactor(unseen.value());
        }
        return kind == ClauseKind.PROPERTY
                ? studio.unseenProperty(unseen.value())
                : studio.unseenField(clauses.field(unseen.field()), unseen.value());
    }

    /** What the button says that puts the known values in their place; null where none is near. */
    public @Nullable String use(List<UnknownValue> unseen, Vocabulary vocabulary) {
        String known = unseen.stream()
                .filter(u -> u.nearest() != null)
                .map(u -> "“" + clauses.named(u.field(), Objects.requireNonNull(u.nearest()), vocabulary) + "”")
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? null : studio.useKnown(known);
    }

    /** The first rules that have such values, each with all of its own. */
    public List<RuleWarning> of(String cpc, DraftRules rules, Vocabulary vocabulary) {
        List<RuleWarning> lines = new ArrayList<>();
        for (int i = 0; i < rules.size() && lines.size() < MOST; i++) {
            String sentence = of(rules, i, vocabulary);
            if (sentence != null) {
                lines.add(new RuleWarning(StudioAddress.rule(cpc, i), rules.name(i), sentence));
            }
        }
        return lines;
    }

    /** All such values of one rule, and the contacts it names whom the directory does not have; null without any. */
    public @Nullable String of(DraftRules rules, int index, Vocabulary vocabulary) {
        String all = rules.read(index).stream()
                .flatMap(rule -> Stream.concat(
                        UnknownValue.in(ClauseForm.of(rule.when()), vocabulary).stream()
                                .map(unseen -> of(unseen, vocabulary)),
                        missing(rule.then().named(), vocabulary).stream()))
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }

    /** A sentence of each contact whom the directory does not have. */
    public List<String> missing(List<String> contacts, Vocabulary vocabulary) {
        return vocabulary.missing(contacts).stream().map(studio::noContact).toList();
    }
}
