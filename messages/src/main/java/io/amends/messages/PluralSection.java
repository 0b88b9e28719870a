package io.amends.messages;

import com.ibm.icu.text.PluralRules;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResolutionContext;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.TemplateNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code {#plural n}{#one}1 rule decides{#other}{n} rules decide{/plural}} of a message: the block whose
 * keyword the plural rules of the language choose for the number (C11). The keywords are those of ICU: zero, one, two,
 * few, many, other. A form that a message does not have is told by its {@code other}, which every message must have.
 *
 * <p>The language is that of the rendered message. Quarkus sets the attribute {@code locale} for a message of a localized
 * file only, so that a message without the attribute is one of the interface, in English.
 *
 * <p>{@code one} is a category of the language and not the number 1: in French 0 is {@code one} too. A form that says
 * {@code 1} in so many words is right in English only.
 */
@EngineConfiguration
public class PluralSection implements SectionHelperFactory<SectionHelper> {
    private static final String NUMBER = "number";
    private static final List<String> KEYWORDS = List.of(
            PluralRules.KEYWORD_ZERO,
            PluralRules.KEYWORD_ONE,
            PluralRules.KEYWORD_TWO,
            PluralRules.KEYWORD_FEW,
            PluralRules.KEYWORD_MANY,
            PluralRules.KEYWORD_OTHER);

    @Override
    public List<String> getDefaultAliases() {
        return List.of("plural");
    }

    @Override
    public ParametersInfo getParameters() {
        return ParametersInfo.builder().addParameter(NUMBER).build();
    }

    @Override
    public List<String> getBlockLabels() {
        return KEYWORDS;
    }

    @Override
    public Scope initializeBlock(Scope outer, BlockInfo block) {
        if (block.isMainBlock()) {
            block.addExpression(NUMBER, block.getParameter(NUMBER));
        }
        return outer;
    }

    @Override
    public SectionHelper initialize(SectionInitContext section) {
        SectionBlock main = section.getBlocks().get(0);
        if (main.nodes.stream().anyMatch(PluralSection::isText)) {
            throw error(section, "text of {#plural} stands in one of its blocks, not before the first");
        }
        Map<String, SectionBlock> forms = section.getBlocks().stream()
                .skip(1)
                .collect(Collectors.toMap(form -> form.label, Function.identity(), (first, second) -> {
                    throw error(section, "{#plural} has the block {#" + first.label + "} twice");
                }));
        SectionBlock other = forms.get(PluralRules.KEYWORD_OTHER);
        if (other == null) {
            throw error(section, "{#plural} must have a block {#other}, for the numbers that no other block is for");
        }
        return new Forms(section.getExpression(NUMBER), forms, other);
    }

    private static boolean isText(TemplateNode node) {
        return node.isText() && !node.asText().getValue().isBlank();
    }

    private static TemplateException error(SectionInitContext section, String message) {
        return section.error("{reason}")
                .argument("reason", message)
                .origin(section.getOrigin())
                .build();
    }

    /** The forms of one message, by keyword. */
    private record Forms(Expression number, Map<String, SectionBlock> blocks, SectionBlock other)
            implements SectionHelper {
        @Override
        public CompletionStage<ResultNode> resolve(SectionResolutionContext section) {
            ResolutionContext context = section.resolutionContext();
            PluralRules rules = PluralRules.forLocale(locale(context.getAttribute(TemplateInstance.LOCALE)));
            return context.evaluate(number).thenCompose(value -> section.execute(form(rules, value), context));
        }

        private SectionBlock form(PluralRules rules, @Nullable Object value) {
            if (!(value instanceof Number count)) {
                throw TemplateException.builder()
                        .message("a plural is asked for no number: {value}")
                        .argument("value", value)
                        .origin(number.getOrigin())
                        .build();
            }
            return blocks.getOrDefault(rules.select(count.doubleValue()), other);
        }

        private static Locale locale(@Nullable Object attribute) {
            if (attribute instanceof Locale locale) {
                return locale;
            }
            return attribute == null ? Locale.ENGLISH : Locale.forLanguageTag(attribute.toString());
        }
    }
}
