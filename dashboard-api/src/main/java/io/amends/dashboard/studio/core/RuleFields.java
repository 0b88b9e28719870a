package io.amends.dashboard.studio.core;

import io.amends.language.ClauseKind;
import java.util.ArrayList;
import java.util.List;

/** A rule's form in the names and values that it posts: {@code when.0.1.kind}, {@code then.priority}. */
public final class RuleFields {
    /** No rule may be as deep as this: a form that goes on is nobody's. */
    private static final int DEPTH = 64;

    private RuleFields() {}

    /**
     * Reads the posted rule. A condition whose kind was changed becomes a fresh one of the other kind.
     *
     * @param measure the one that a fresh condition begins with
     */
    public static RuleForm read(FormFields fields, String measure) {
        return new RuleForm(
                fields.text("name"),
                clause(fields, "when", measure, 1),
                new RuleForm.EffectsForm(
                        fields.text("then.kind"),
                        fields.text("then.priority").strip(),
                        fields.text("then.tagging").equals("own"),
                        fields.text("then.tags"),
                        fields.text("then.alert"),
                        fields.text("then.followUp"),
                        fields.all("then.also").stream()
                                .map(String::strip)
                                .filter(code -> !code.isEmpty())
                                .toList()));
    }

    private static ClauseForm clause(FormFields fields, String path, String measure, int depth) {
        ClauseKind kind = kind(fields.text(path + ".kind"));
        String was = fields.text(path + ".was");
        ClauseKind before = was.isEmpty() ? kind : kind(was);
        List<ClauseForm> of = new ArrayList<>();
        for (int i = 0; before.group() && depth < DEPTH && fields.has(path + "." + i + ".kind"); i++) {
            of.add(clause(fields, path + "." + i, measure, depth + 1));
        }
        if (before == ClauseKind.NOT && of.isEmpty()) {
            of.add(ClauseForm.fresh(ClauseKind.OVERALL, measure));
        }
        return new ClauseForm(
                        before,
                        fields.text(path + ".subject"),
                        FormOperator.of(fields.text(path + ".op")),
                        fields.text(path + ".value"),
                        fields.text(path + ".to"),
                        fields.all(path + ".chosen"),
                        of)
                .as(kind, measure);
    }

    /** The kind of that word; ALL for any other. */
    private static ClauseKind kind(String word) {
        ClauseKind kind = ClauseKind.named(word);
        return kind == null ? ClauseKind.ALL : kind;
    }

    /** The fields of a rule, as its page has them. */
    public static FormFields write(RuleForm rule) {
        FormFields fields = new FormFields().put("name", rule.name());
        clause(fields, "when", rule.when());
        RuleForm.EffectsForm then = rule.then();
        then.also().forEach(code -> fields.put("then.also", code));
        return fields.put("then.kind", then.kind())
                .put("then.priority", then.priority())
                .put("then.tagging", then.ownTags() ? "own" : "usual")
                .put("then.tags", then.tags())
                .put("then.alert", then.alert())
                .put("then.followUp", then.followUp());
    }

    private static void clause(FormFields fields, String path, ClauseForm clause) {
        fields.put(path + ".kind", clause.kind().json())
                .put(path + ".was", clause.kind().json())
                .put(path + ".subject", clause.subject())
                .put(path + ".op", clause.operator().word())
                .put(path + ".value", clause.value())
                .put(path + ".to", clause.to());
        clause.chosen().forEach(c -> fields.put(path + ".chosen", c));
        for (int i = 0; i < clause.of().size(); i++) {
            clause(fields, path + "." + i, clause.of().get(i));
        }
    }
}
