package io.amends.alerting.rendering;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.alerting.report.RequestMail;
import io.amends.alerting.report.RequestMail.Fact;
import io.amends.alerting.report.RequestMail.Part;
import io.amends.contracts.Json;

/**
 * Gives an alert the forms that chat rooms take (C8): an Adaptive Card for a workflow of Teams, blocks for Slack. Words of others
 * are put only where no markup is read, so that there is nothing to be escaped in them.
 */
public final class ChatCards {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_LINK = 3_000;

    private ChatCards() {}

    /** The post of an Adaptive Card, as a workflow "when a webhook request is received" takes it. */
    public static byte[] teams(RequestMail card) {
        ArrayNode body = JSON.arrayNode();
        body.add(paragraph().set("inlines", JSON.arrayNode().add(run(card.head().title(), true, ""))));
        body.add(paragraph().set("inlines", JSON.arrayNode().add(run(card.head().asks(), false, ""))));
        for (Part part : card.words()) {
            if (!part.heading().isEmpty()) {
                body.add(paragraph().set("inlines", JSON.arrayNode().add(run(part.heading(), true, ""))));
            }
            body.add(paragraph().set("inlines", JSON.arrayNode().add(run(part.text(), false, ""))));
        }
        for (Fact fact : card.facts()) {
            body.add(paragraph()
                    .set(
                            "inlines",
                            JSON.arrayNode()
                                    .add(run(fact.label() + card.colon() + " ", true, ""))
                                    .add(run(fact.value(), false, fact.link()))));
        }
        ObjectNode content = JSON.objectNode()
                .put("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                .put("lang", card.language())
                .put("fallbackText", plain(card.head().subject()));
        content.set("body", body);
        if (linked(card)) {
            content.set(
                    "actions",
                    JSON.arrayNode().add(open(card.link().label(), card.link().url())));
        }
        ObjectNode attachment = JSON.objectNode().put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment.set("content", content);
        ObjectNode post = JSON.objectNode().put("type", "message");
        post.set("attachments", JSON.arrayNode().add(attachment));
        return Json.write(post);
    }

    /** The post of blocks, as an incoming webhook of Slack takes it. */
    public static byte[] slack(RequestMail card) {
        ArrayNode sections = JSON.arrayNode();
        sections.add(
                section(text(card.head().title() + "\n", true), text(card.head().asks(), false)));
        for (Part part : card.words()) {
            ArrayNode quoted = JSON.arrayNode();
            if (!part.heading().isEmpty()) {
                sections.add(section(text("\n" + part.heading(), true)));
            }
            quoted.add(text(part.text(), false));
            ObjectNode quote = JSON.objectNode().put("type", "rich_text_quote");
            quote.set("elements", quoted);
            sections.add(quote);
        }
        ArrayNode facts = JSON.arrayNode();
        for (Fact fact : card.facts()) {
            facts.add(text("\n" + fact.label() + card.colon() + " ", true));
            facts.add(fact.link().isEmpty() ? text(fact.value(), false) : link(fact.value(), fact.link()));
        }
        if (!facts.isEmpty()) {
            ObjectNode section = JSON.objectNode().put("type", "rich_text_section");
            section.set("elements", facts);
            sections.add(section);
        }
        ObjectNode rich = JSON.objectNode().put("type", "rich_text");
        rich.set("elements", sections);
        ArrayNode blocks = JSON.arrayNode().add(rich);
        if (linked(card)) {
            ObjectNode button = JSON.objectNode()
                    .put("type", "button")
                    .put("url", card.link().url());
            button.set(
                    "text",
                    JSON.objectNode()
                            .put("type", "plain_text")
                            .put("text", plain(card.link().label())));
            ObjectNode actions = JSON.objectNode().put("type", "actions");
            actions.set("elements", JSON.arrayNode().add(button));
            blocks.add(actions);
        }
        // What stands in notifications is read as markup, in which these three are escaped and nothing else can be.
        ObjectNode post = JSON.objectNode()
                .put(
                        "text",
                        plain(card.head().subject())
                                .replace("&", "&amp;")
                                .replace("<", "&lt;")
                                .replace(">", "&gt;"));
        post.set("blocks", blocks);
        return Json.write(post);
    }

    private static boolean linked(RequestMail card) {
        return card.link().url().length() <= LONGEST_LINK;
    }

    private static ObjectNode paragraph() {
        return JSON.objectNode().put("type", "RichTextBlock");
    }

    private static ObjectNode run(String text, boolean strong, String link) {
        ObjectNode run = JSON.objectNode().put("type", "TextRun").put("text", plain(text));
        if (strong) {
            run.put("weight", "Bolder");
        }
        if (!link.isEmpty()) {
            run.set("selectAction", open("", link));
        }
        return run;
    }

    private static ObjectNode open(String title, String url) {
        ObjectNode action = JSON.objectNode().put("type", "Action.OpenUrl").put("url", url);
        if (!title.isEmpty()) {
            action.put("title", plain(title));
        }
        return action;
    }

    private static ObjectNode section(ObjectNode... elements) {
        ObjectNode section = JSON.objectNode().put("type", "rich_text_section");
        ArrayNode all = JSON.arrayNode();
        for (ObjectNode element : elements) {
            all.add(element);
        }
        section.set("elements", all);
        return section;
    }

    private static ObjectNode text(String text, boolean strong) {
        ObjectNode element = JSON.objectNode().put("type", "text").put("text", plain(text));
        if (strong) {
            element.set("style", JSON.objectNode().put("bold", true));
        }
        return element;
    }

    private static ObjectNode link(String text, String url) {
        return JSON.objectNode().put("type", "link").put("url", url).put("text", plain(text));
    }

    /** Of bounded length, and without the functions that cards would compute: those begin with two braces. */
    private static String plain(String text) {
        String start = text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + " …";
        return start.replace("{{", "{ {");
    }
}
