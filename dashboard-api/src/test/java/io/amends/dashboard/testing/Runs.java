package io.amends.dashboard.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.Json;
import io.amends.language.Clause;
import io.amends.language.PlacedLeaf;
import io.amends.language.Pointer;
import io.amends.language.Rule;
import io.amends.language.RuleSetReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Backtests and verdicts as recovery-rules answers with them; each look at a backtest brings it one step further. */
final class Runs {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Runs() {}

    static ObjectNode queued(String id, JsonNode question, String author) {
        LocalDate from = LocalDate.parse(question.path("from").asText());
        LocalDate to = LocalDate.parse(question.path("to").asText());
        return Json.MAPPER
                .createObjectNode()
                .put("backtestId", id)
                .put("state", "QUEUED")
                .put("progress", 0.0)
                .put("queued", 0)
                .put("author", author)
                .put("requestedAt", Instant.now().toString())
                .put("from", from.atStartOfDay(ZONE).toInstant().toString())
                .put("to", to.plusDays(1).atStartOfDay(ZONE).toInstant().toString())
                .put(
                        "rules",
                        question.has("version")
                                ? "version " + question.path("version").asText()
                                : "draft")
                .put("read", 0)
                .put("judged", 0);
    }

    static void step(ObjectNode run) {
        if (run.path("state").asText().equals("QUEUED")) {
            run.put("state", "RUNNING")
                    .put("progress", 0.43)
                    .put("read", 18_200)
                    .remove("queued");
        } else if (run.path("state").asText().equals("RUNNING")) {
            done(run);
        }
    }

    private static void done(ObjectNode run) {
        run.put("state", "DONE").put("progress", 1.0).put("read", 42_000).put("judged", 5_312);
        run.put("heldFrom", run.path("from").asText());
        cases(
                run.putObject("gained"),
                12,
                "Not flagged: overall 4 of 5 is above your threshold 2",
                "Flagged: your rule \"VIP by phone\" applies");
        cases(
                run.putObject("lost"),
                3,
                "Flagged: overall 2 of 5 is at or below your threshold 2",
                "Not flagged: your rule \"Chat is not for us\" applies");
        cases(
                run.putObject("kept"),
                41,
                "Flagged: overall 1 of 5 is at or below your threshold 2",
                "Flagged: overall 1 of 5 is at or below your threshold 2");
        ArrayNode days = run.putArray("byGroupAndDay");
        LocalDate first = LocalDate.ofInstant(Instant.parse(run.path("from").asText()), ZONE);
        for (int i = 0; i < 28; i++) {
            int weekday = first.plusDays(i).getDayOfWeek().getValue();
            days.addObject()
                    .put("supportGroup", "NET")
                    .put("day", first.plusDays(i).toString())
                    .put("cap", 10)
                    .put("before", weekday > 5 ? 2 : 6 + (i * 7) % 5)
                    .put("after", weekday > 5 ? 3 : 8 + (i * 11) % 6);
            days.addObject()
                    .put("supportGroup", "FIELD")
                    .put("day", first.plusDays(i).toString())
                    .putNull("cap")
                    .put("before", weekday > 5 ? 0 : 2)
                    .put("after", weekday > 5 ? 0 : 1 + i % 3);
        }
        ArrayNode scores = run.putArray("byScore");
        scores.addObject().put("score", "1").put("before", 30).put("after", 32);
        scores.addObject().put("score", "2").put("before", 14).put("after", 11);
        scores.addObject().put("score", "4").put("before", 0).put("after", 10);
        scores.addObject().putNull("score").put("before", 2).put("after", 2);
        ArrayNode choices = run.putArray("byContactChoice");
        choices.addObject().put("contactChoice", "YES").put("before", 30).put("after", 33);
        choices.addObject().put("contactChoice", "UNANSWERED").put("before", 14).put("after", 20);
        ArrayNode rules = run.putArray("byRule");
        rules.addObject().put("name", "VIP by phone").put("matched", 31).put("gained", 12);
        rules.addObject().put("name", "Chat is not for us").put("matched", 9).put("gained", 0);
    }

    private static void cases(ObjectNode cases, int count, String before, String after) {
        ArrayNode examples = cases.put("count", count).putArray("examples");
        for (int i = 0; i < Math.min(count, 4); i++) {
            ObjectNode example = examples.addObject()
                    .put("responseId", "p1")
                    .put("ticketId", "T-47" + (11 + i))
                    .put("supportGroup", i % 2 == 0 ? "NET" : "FIELD")
                    .put(
                            "submittedAt",
                            Instant.now().minus(i + 1L, ChronoUnit.DAYS).toString())
                    .put("overall", 1 + i % 4)
                    .put("contactChoice", i % 2 == 0 ? "YES" : "UNANSWERED");
            if (i != 2) {
                example.put(
                        "comment",
                        "Third time I had to call, and each time I explained everything from the beginning.");
            }
            judged(example.putObject("before"), before);
            judged(example.putObject("after"), after);
            example.set("rules", Json.MAPPER.valueToTree(List.of("VIP by phone")));
        }
    }

    private static void judged(ObjectNode judged, String summary) {
        judged.put("kind", "RECOVERY")
                .put("contact", "REQUIRED")
                .put("priority", 1)
                .put("alert", "DIGEST")
                .put("summary", summary);
    }

    /** A rule's verdict. */
    static void verdict(ObjectNode verdict, JsonNode rule, int index, Sample sample) {
        ArrayNode clauses = verdict.put("name", rule.path("name").asText()).putArray("clauses");
        Rule read = RuleSetReader.readPublishedRule(rule).orElseThrow();
        PlacedLeaf.in(read.when(), Pointer.rule(index).at(Rule.WHEN)).forEach(placed -> placed.leaf()
                .match(new Seen(
                        clauses.addObject().put("pointer", placed.place().toString()), sample)));
        boolean all = true;
        for (JsonNode clause : clauses) {
            all &= clause.path("verdict").asText().equals("TRUE");
        }
        verdict.put("verdict", all ? "TRUE" : "FALSE");
    }

    /** What would make it match, in the explanation of one rule. */
    static void wants(ObjectNode why) {
        why.put("impossible", false)
                .putArray("changes")
                .addArray()
                .addObject()
                .put("attribute", "tags")
                .put("sentence", "the response carried the tag vip_customer");
    }

    /** Scores are seen, tags are none, properties are missing. */
    private record Seen(ObjectNode into, Sample sample) implements Clause.LeafCases<ObjectNode> {
        @Override
        public ObjectNode measure(Clause.MeasureIs is) {
            return holds().put("value", sample.csat());
        }

        @Override
        public ObjectNode field(Clause.FieldIs is) {
            return holds().put("value", "phone");
        }

        @Override
        public ObjectNode property(Clause.PropertyIs is) {
            return into.put("verdict", "UNKNOWN").putNull("value");
        }

        @Override
        public ObjectNode tag(Clause.HasTag has) {
            return into.put("verdict", "FALSE").set("value", Json.MAPPER.createArrayNode());
        }

        @Override
        public ObjectNode factor(Clause.HasFactor has) {
            return holds().put("value", sample.csat());
        }

        @Override
        public ObjectNode comment(Clause.CommentIs is) {
            return holds().put("value", sample.comment());
        }

        @Override
        public ObjectNode commentContains(Clause.CommentContains contains) {
            return holds().put("value", sample.comment());
        }

        @Override
        public ObjectNode submitted(Clause.Submitted submitted) {
            return holds().put("value", sample.csat());
        }

        @Override
        public ObjectNode overallLow(Clause.OverallLow low) {
            return holds().put("value", sample.csat());
        }

        private ObjectNode holds() {
            return into.put("verdict", "TRUE");
        }
    }
}
