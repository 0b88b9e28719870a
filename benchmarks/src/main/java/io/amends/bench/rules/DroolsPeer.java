package io.amends.bench.rules;

import io.amends.contracts.SurveyResponse;
import io.amends.language.Clause;
import io.amends.language.Comparison;
import io.amends.language.RuleSet;
import io.amends.language.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The sample's rules as a Drools executable model. One session serves all events, which is fastest there: a fact in, its
 * rules fired, the fact out.
 */
final class DroolsPeer {
    private final KieSession session;
    private final List<Integer> hits = new ArrayList<>();
    private final BigDecimal threshold;
    private final ZoneId zone;

    DroolsPeer(RuleSet rules, BigDecimal threshold, ZoneId zone) {
        this.threshold = threshold;
        this.zone = zone;
        StringBuilder text = new StringBuilder(
                "package rules;\nimport " + Survey.class.getName() + ";\nglobal java.util.List hits;\n");
        for (int i = 0; i < rules.rules().size(); i++) {
            text.append("rule \"%s\" when Survey(%s) then hits.add(%d); end%n"
                    .formatted(
                            rules.rules().get(i).name(),
                            written(rules.rules().get(i).when()),
                            i));
        }
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules/rules.drl", text.toString());
        KieBuilder built = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (built.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    built.getResults().getMessages(Message.Level.ERROR).get(0).getText());
        }
        session = services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .newKieSession();
        session.setGlobal("hits", hits);
    }

    int[] matching(SurveyResponse response) {
        hits.clear();
        FactHandle fact = session.insert(new Survey(response, threshold, zone));
        session.fireAllRules();
        session.delete(fact);
        return hits.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static String written(Clause clause) {
        if (clause instanceof Clause.All all) {
            return joined(all.of(), " && ");
        }
        if (clause instanceof Clause.Any any) {
            return joined(any.of(), " || ");
        }
        if (clause instanceof Clause.Not not) {
            return "!" + written(not.of());
        }
        if (clause instanceof Clause.FieldIs is) {
            return compared(is.field().json(), is.comparison());
        }
        if (clause instanceof Clause.PropertyIs is) {
            return compared(is.property(), is.comparison());
        }
        if (clause instanceof Clause.MeasureIs is) {
            return compared(is.measure(), is.comparison());
        }
        if (clause instanceof Clause.HasTag has) {
            return "tags contains \"" + has.tag() + "\"";
        }
        if (clause instanceof Clause.CommentContains contains) {
            return "says(\"" + contains.text() + "\")";
        }
        if (clause instanceof Clause.CommentIs is) {
            return is.present() ? "commented" : "(commented == false)";
        }
        return clause instanceof Clause.Submitted submitted ? "day in " + list(submitted.daysOfWeek()) : "overallLow";
    }

    private static String joined(List<Clause> clauses, String by) {
        return clauses.stream().map(DroolsPeer::written).collect(Collectors.joining(by, "(", ")"));
    }

    private static String compared(String name, Comparison comparison) {
        if (comparison instanceof Comparison.Equal equal) {
            return name + (equal.negated() ? " != \"" : " == \"")
                    + equal.value().asText() + "\"";
        }
        if (comparison instanceof Comparison.In in) {
            return name + " in " + list(in.values().stream().map(Value::asText).toList());
        }
        Comparison.Order order = (Comparison.Order) comparison;
        String sign =
                switch (order.direction()) {
                    case LT -> " < ";
                    case LTE -> " <= ";
                    case GT -> " > ";
                    case GTE -> " >= ";
                };
        return name + sign + order.bound().toPlainString();
    }

    private static String list(Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "(", ")"));
    }
}
