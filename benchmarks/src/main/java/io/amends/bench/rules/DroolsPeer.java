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
    private static final Clause.Cases<String> CLAUSES = new Clause.Cases<>() {
        @Override
        public String all(Clause.All all) {
            return joined(all.of(), " && ");
        }

        @Override
        public String any(Clause.Any any) {
            return joined(any.of(), " || ");
        }

        @Override
        public String not(Clause.Not not) {
            return "!" + written(not.of());
        }

        @Override
        public String leaf(Clause.Leaf leaf) {
            return leaf.match(LEAVES);
        }
    };

    private static final Clause.LeafCases<String> LEAVES = new Clause.LeafCases<>() {
        @Override
        public String measure(Clause.MeasureIs is) {
            return is.comparison().match(new ComparisonText(is.measure()));
        }

        @Override
        public String field(Clause.FieldIs is) {
            return is.comparison().match(new ComparisonText(is.field().json()));
        }

        @Override
        public String property(Clause.PropertyIs is) {
            return is.comparison().match(new ComparisonText(is.property()));
        }

        @Override
        public String tag(Clause.HasTag has) {
            return "tags contains \"" + has.tag() + "\"";
        }

        @Override
        public String factor(Clause.HasFactor has) {
            throw notInTheSample(has);
        }

        @Override
        public String comment(Clause.CommentIs is) {
            return is.present() ? "commented" : "(commented == false)";
        }

        @Override
        public String commentContains(Clause.CommentContains contains) {
            return "says(\"" + contains.text() + "\")";
        }

        @Override
        public String submitted(Clause.Submitted submitted) {
            return "day in " + list(submitted.daysOfWeek());
        }

        @Override
        public String overallLow(Clause.OverallLow low) {
            return "overallLow";
        }
    };

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
        return clause.match(CLAUSES);
    }

    private record ComparisonText(String name) implements Comparison.Cases<String> {
        @Override
        public String equal(Comparison.Equal equal) {
            return name + (equal.negated() ? " != \"" : " == \"")
                    + equal.value().asText() + "\"";
        }

        @Override
        public String in(Comparison.In in) {
            return name + " in " + list(in.values().stream().map(Value::asText).toList());
        }

        @Override
        public String order(Comparison.Order order) {
            String sign =
                    switch (order.direction()) {
                        case LT -> " < ";
                        case LTE -> " <= ";
                        case GT -> " > ";
                        case GTE -> " >= ";
                    };
            return name + sign + order.bound().toPlainString();
        }

        @Override
        public String between(Comparison.Between between) {
            throw notInTheSample(between);
        }

        @Override
        public String prefix(Comparison.Prefix prefix) {
            throw notInTheSample(prefix);
        }

        @Override
        public String present(Comparison.Present present) {
            throw notInTheSample(present);
        }
    }

    private static UnsupportedOperationException notInTheSample(Object asked) {
        return new UnsupportedOperationException("no rule of the sample asks for " + asked);
    }

    private static String joined(List<Clause> clauses, String by) {
        return clauses.stream().map(DroolsPeer::written).collect(Collectors.joining(by, "(", ")"));
    }

    private static String list(Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", ", "(", ")"));
    }
}
