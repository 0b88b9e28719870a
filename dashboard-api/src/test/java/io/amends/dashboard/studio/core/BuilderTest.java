package io.amends.dashboard.studio.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.api.WordedRules.WordedRule;
import io.amends.contracts.directory.Measure;
import io.amends.language.ClauseKind;
import io.amends.language.Field;
import io.amends.language.RulePlace;
import io.amends.language.RuleSetReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F5: the builder")
class BuilderTest {
    private static final Vocabulary KNOWN = new Vocabulary(
            "csat",
            Map.of(
                    "csat", new Measure(Measure.Kind.CSAT, BigDecimal.ONE, BigDecimal.valueOf(5)),
                    "fcr", new Measure(Measure.Kind.FCR, null, null)),
            Map.of("NET", "Network"),
            Map.of(),
            Map.of("c-9", "Alex Example"),
            "Berlin time",
            Map.of(
                    "channel", Set.of("phone"),
                    "factor", Set.of("Speed of response", "Knowledge of agent"),
                    "tag", Set.of("vip_customer"),
                    "language", Set.of("de", "en")),
            new Vocabulary.Lookback(400, 30, true, false));

    @Test
    @DisplayName("adds, groups, moves and removes conditions where the button says")
    void steps() throws Exception {
        ClauseForm when = clause("{\"all\": [{\"tag\": \"a\"}, {\"any\": [{\"tag\": \"b\"}]}]}");
        assertThat(json(FormCommand.of("add:when.1").appliedTo(when, "csat")))
                .isEqualTo("{'all':[{'tag':'a'},{'any':[{'tag':'b'},{'measure':'csat','lte':''}]}]}");
        assertThat(FormCommand.of("add:when.1")
                        .landsAt(when, FormCommand.of("add:when.1").appliedTo(when, "csat")))
                .isEqualTo("when.1.1");
        assertThat(json(FormCommand.of("group:when.1").appliedTo(when, "csat")))
                .isEqualTo("{'all':[{'tag':'a'},{'any':[{'tag':'b'},{'all':[{'overall':'lteThreshold'}]}]}]}");
        assertThat(json(FormCommand.of("down:when.0").appliedTo(when, "csat")))
                .isEqualTo("{'all':[{'any':[{'tag':'b'}]},{'tag':'a'}]}");
        assertThat(json(FormCommand.of("up:when.0").appliedTo(when, "csat"))).isEqualTo(json(when));
        assertThat(json(FormCommand.of("remove:when.1.0").appliedTo(when, "csat")))
                .isEqualTo("{'all':[{'tag':'a'},{'any':[]}]}");
        assertThat(json(FormCommand.of("remove:when").appliedTo(when, "csat"))).isEqualTo(json(when));
        assertThat(json(FormCommand.of("add:when.7.3").appliedTo(when, "csat"))).isEqualTo(json(when));
    }

    @Test
    @DisplayName("leaves the person at the condition that they moved, and at what is left where one was removed")
    void lands() throws Exception {
        ClauseForm when = clause("{\"all\": [{\"tag\": \"a\"}, {\"not\": {\"tag\": \"b\"}}]}");
        assertThat(landsAt("up:when.1", when)).isEqualTo("when.0");
        assertThat(landsAt("down:when.0", when)).isEqualTo("when.1");
        assertThat(landsAt("remove:when.0", when)).isEqualTo("when.0");
        assertThat(landsAt("remove:when.1.0", when)).isEqualTo("when.0");
    }

    private static String landsAt(String step, ClauseForm when) {
        return FormCommand.of(step).landsAt(when, FormCommand.of(step).appliedTo(when, "csat"));
    }

    @Test
    @DisplayName("F5: what no response has carried is told with the nearest known value, and mended by it")
    void unseen() throws Exception {
        ClauseForm when = clause(
                """
                {"all": [{"factor": "Speed of respons"}, {"field": "channel", "in": ["phone", "hpone", "fax"]},
                         {"not": {"tag": "VIP_customer"}}, {"property": "tire", "eq": "gold"},
                         {"field": "supportGroup", "eq": "NTE"}, {"field": "supportGroup", "eq": "NET"},
                         {"field": "language", "eq": "da"}, {"field": "contactChoice", "eq": "NO"},
                         {"field": "channel", "prefix": "ph"}, {"comment": {"contains": "zzz"}}]}""");
        assertThat(UnknownValue.in(when, KNOWN))
                .containsExactly(
                        new UnknownValue("when.0", "factor", "Speed of respons", "Speed of response"),
                        new UnknownValue("when.1", "channel", "hpone", "phone"),
                        new UnknownValue("when.1", "channel", "fax", null),
                        new UnknownValue("when.2.0", "tag", "VIP_customer", "vip_customer"),
                        new UnknownValue("when.3", "property", "tire", null),
                        new UnknownValue("when.4", "supportGroup", "NTE", "NET"),
                        new UnknownValue("when.6", "language", "da", null));
        ClauseForm mended = when.with("when.1", c -> UnknownValue.mended(c, KNOWN))
                .with("when.0", c -> UnknownValue.mended(c, KNOWN));
        assertThat(json(mended)).contains("{'factor':'Speed of response'}", "{'field':'channel','in':['phone','fax']}");
        Vocabulary nothing = new Vocabulary(
                "csat", Map.of(), Map.of(), Map.of(), Map.of(), "UTC", Map.of(), Vocabulary.Lookback.NONE);
        assertThat(UnknownValue.in(when, nothing)).isEmpty();
    }

    @Test
    @DisplayName(
            "B5: a contact whom the directory does not have is told to who sees all that it has, and to nobody else")
    void missing() {
        assertThat(KNOWN.missing(List.of("c-9", "c-77"))).containsExactly("c-77");
        Vocabulary ofALead = new Vocabulary(
                "csat",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                "UTC",
                Map.of(),
                new Vocabulary.Lookback(400, 30, true, true));
        assertThat(ofALead.missing(List.of("c-9", "c-77"))).isEmpty();
    }

    @Test
    @DisplayName("Enter and an unknown button save, and nothing else")
    void usualStep() {
        assertThat(FormCommand.of(null).action()).isEqualTo(FormCommand.Action.SAVE);
        assertThat(FormCommand.of("drop:table").action()).isEqualTo(FormCommand.Action.SAVE);
    }

    @Test
    @DisplayName("removing what a NOT denies removes the NOT")
    void removesNot() throws Exception {
        ClauseForm when = clause("{\"all\": [{\"tag\": \"a\"}, {\"not\": {\"tag\": \"b\"}}]}");
        assertThat(json(when.without("when.1.0"))).isEqualTo("{'all':[{'tag':'a'}]}");
    }

    @Test
    @DisplayName("another kind: a combination keeps what is in it, a condition is kept inside a combination")
    void kinds() throws Exception {
        ClauseForm any = clause("{\"any\": [{\"tag\": \"a\"}, {\"tag\": \"b\"}]}");
        assertThat(json(any.as(ClauseKind.NOT, "csat"))).isEqualTo("{'not':{'all':[{'tag':'a'},{'tag':'b'}]}}");
        assertThat(json(any.as(ClauseKind.ALL, "csat"))).isEqualTo("{'all':[{'tag':'a'},{'tag':'b'}]}");
        assertThat(json(clause("{\"tag\": \"a\"}").as(ClauseKind.ANY, "csat"))).isEqualTo("{'any':[{'tag':'a'}]}");
        assertThat(json(clause("{\"tag\": \"a\"}").as(ClauseKind.MEASURE, "csat")))
                .isEqualTo("{'measure':'csat','lte':''}");
    }

    @Test
    @DisplayName("another measure or field gets a comparison and a value that fit it")
    void fits() throws Exception {
        assertThat(json(KNOWN.fitted(clause("{\"measure\": \"fcr\", \"lte\": 2}"))))
                .isEqualTo("{'measure':'fcr','eq':false}");
        assertThat(json(KNOWN.fitted(new ClauseForm(
                        ClauseKind.FIELD,
                        "contactChoice",
                        FormOperator.IN,
                        "",
                        "",
                        List.of("phone", "NO"),
                        List.of()))))
                .isEqualTo("{'field':'contactChoice','in':['NO']}");
        ClauseForm ticked = clause("{\"field\": \"channel\", \"in\": [\"phone\"]}");
        assertThat(json(KNOWN.fitted(
                        new ClauseForm(ticked.kind(), "channel", FormOperator.EQ, "", "", ticked.chosen(), List.of()))))
                .isEqualTo("{'field':'channel','eq':'phone'}");
        assertThat(json(KNOWN.fitted(clause("{\"measure\": \"gone\", \"lte\": 2}"))))
                .isEqualTo("{'measure':'gone','lte':2}");
    }

    @Test
    @DisplayName("every field that the rule language has can be chosen")
    void fields() {
        assertThat(Vocabulary.FIELDS).containsExactlyInAnyOrder(Field.values());
    }

    @Test
    @DisplayName("a rule with a condition that this version does not know is not shown as another one")
    void unknown() throws Exception {
        DraftRules draft = new DraftRules(
                Json.MAPPER.readTree("{\"rules\": [{\"name\": \"A\", \"when\": {\"mood\": \"bad\"}, \"then\": {}}]}"));
        assertThat(draft.read(0)).isEmpty();
        assertThat(draft.name(0)).isEqualTo("A");
    }

    @Test
    @DisplayName("an error is placed at its field, those of other rules beside")
    void errors() {
        RuleErrors errors = RuleErrors.of(
                List.of(
                        new Reason("/rules/3/when/all/1/measure", "a"),
                        new Reason("/rules/3/when/all/0/not/any/2/between/1", "b"),
                        new Reason("/rules/3/when/all/2", "c"),
                        new Reason("/rules/3/then/tags/0", "d"),
                        new Reason("/rules/3/then/also/2", "i"),
                        new Reason("/rules/3/name", "e"),
                        new Reason("/rules/4/name", "f"),
                        new Reason("/rules", "g"),
                        new Reason("not a pointer", "h")),
                3);
        assertThat(errors.of())
                .extracting(RuleErrors.FieldError::field)
                .containsExactly("when.1.subject", "when.0.0.2.value", "when.2", "then.tags", "then.also", "name");
        assertThat(errors.elsewhere()).extracting(RuleErrors.OutsideError::rule).containsExactly(4, null, null);
        assertThat(RuleErrors.path(RulePlace.of("/rules/0/when/all/1/not"))).isEqualTo("when.1.0");
        assertThat(RuleErrors.path(RulePlace.of("/rules/0/when"))).isEqualTo("when");
    }

    @Test
    @DisplayName("rules of the draft are moved, copied under a name of their own, and removed")
    void draft() throws Exception {
        DraftRules draft = new DraftRules(
                Json.MAPPER.readTree("{\"rules\": [{\"name\": \"A\"}, {\"name\": \"A (copy)\"}, {\"name\": \"B\"}]}"));
        assertThat(names(draft.moved(2, 1))).containsExactly("A", "B", "A (copy)");
        assertThat(names(draft.moved(0, -1))).containsExactly("A", "A (copy)", "B");
        assertThat(names(draft.duplicated(0, "copy"))).containsExactly("A", "A (copy 2)", "A (copy)", "B");
        assertThat(names(draft.removed(1))).containsExactly("A", "B");
        assertThat(names(draft.put(-1, Json.MAPPER.readTree("{\"name\": \"C\"}"))))
                .containsExactly("A", "A (copy)", "B", "C");
        assertThat(names(draft)).hasSize(3);
    }

    @Test
    @DisplayName("side by side: in the second's order, what is gone stands where it stood")
    void sideBySide() {
        SideBySide sides = SideBySide.of(
                List.of(said("A", "1"), said("B", "1"), said("C", "1"), said("D", "1")),
                List.of(said("D", "1"), said("A", "2"), said("E", "1"), said("C", "1")));
        assertThat(sides.pairs()).extracting(SideBySide.Pair::name).containsExactly("A", "B", "E");
        assertThat(sides.same()).isEqualTo(2);
        assertThat(sides.pairs().get(1).removed()).isTrue();
        assertThat(sides.pairs().get(2).added()).isTrue();
    }

    private static WordedRule said(String name, String when) {
        return new WordedRule(name, when, "RECOVERY");
    }

    private static List<String> names(DraftRules draft) {
        return java.util.stream.IntStream.range(0, draft.size())
                .mapToObj(draft::name)
                .toList();
    }

    private static ClauseForm clause(String json) throws Exception {
        ObjectNode rule = Json.MAPPER.createObjectNode().put("name", "A");
        rule.set("when", Json.MAPPER.readTree(json));
        rule.putObject("then");
        return ClauseForm.of(RuleSetReader.readPublishedRule(rule).orElseThrow().when());
    }

    private static String json(ClauseForm clause) {
        return clause.json().toString().replace('"', '\'');
    }
}
