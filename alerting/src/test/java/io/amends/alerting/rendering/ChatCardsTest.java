package io.amends.alerting.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.alerting.Decisions;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.alerting.report.PostMessages;
import io.amends.alerting.report.PostWriter;
import io.amends.alerting.report.RequestMail;
import io.amends.contracts.Json;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.messages.Languages;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChatCardsTest {
    private static final URI PAGES = URI.create("https://amends.example");
    private static final Portal PORTAL = DirectoryEntries.portal("");
    /** What Teams takes of a post; Slack takes more. */
    private static final int LARGEST = 28 * 1024;

    private static final List<String> DATA = List.of(
            "Acme",
            "Kim Example",
            "Example GmbH",
            "Network",
            "CSAT",
            "CSAT 1 is at or below the threshold of 2.",
            "Third time I had to call.");

    @Test
    @DisplayName("C8, C11: every word of a post is of a message, or is data")
    void pseudo() throws IOException {
        PostWriter writer = new PostWriter(
                PlainMessages.pseudo(PostMessages.class),
                new DigestLanguage(PlainMessages.pseudo(DigestMessages.class), Locale.UK),
                PORTAL,
                "en",
                PAGES);
        for (RequestMail card : all(writer)) {
            for (byte[] post : List.of(ChatCards.teams(card), ChatCards.slack(card))) {
                for (String text : texts(post)) {
                    assertThat(PlainWords.in(text.replaceAll("T-?[0-9]+", ""), DATA))
                            .isEmpty();
                }
            }
        }
    }

    @Test
    @DisplayName("C8, C11: posts are there in every language, without gaps")
    void languages() throws IOException {
        List<String> titles = new ArrayList<>();
        for (String language : Languages.SPOKEN) {
            for (RequestMail card : all(writer(language))) {
                assertThat(new String(ChatCards.teams(card), UTF_8)).contains("\"lang\":\"" + language + "\"");
                assertThat(String.join("", texts(ChatCards.slack(card)))).doesNotContain("{", "NOT_FOUND");
            }
            titles.add(all(writer(language)).get(0).head().title());
        }
        assertThat(titles).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("C8, H6: words of others are read by nobody as markup, mention or function, and are cut to what fits")
    void hostile() throws IOException {
        String evil = "<!channel> *b* [x](https://evil.example) {{DATE(2026-01-01T00:00:00Z, SHORT)}}"
                + " <https://evil.example|x> & \u202E";
        RequestMail card = writer("en")
                .flagged(
                        Decisions.says("1", evil, evil + "\uD83D\uDE00".repeat(30_000), "en")
                                .ticket("T-" + evil)
                                .build(),
                        evil,
                        false);

        JsonNode teams = Json.MAPPER.readTree(ChatCards.teams(card));
        for (JsonNode block : teams.at("/attachments/0/content/body")) {
            assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
            assertThat(block.path("inlines"))
                    .allMatch(run -> run.path("type").asText().equals("TextRun"));
        }
        assertThat(teams.toString()).doesNotContain("{{", "\u202E");
        JsonNode slack = Json.MAPPER.readTree(ChatCards.slack(card));
        assertThat(slack.path("text").asText()).contains("&lt;!channel&gt;").doesNotContain("<", ">");
        assertThat(slack.toString()).doesNotContain("mrkdwn");
        assertThat(ChatCards.teams(card).length).isLessThan(LARGEST);
        assertThat(ChatCards.slack(card).length).isLessThan(LARGEST);
    }

    @Test
    @DisplayName("C8: a post about many groups names the first and counts the rest")
    void many() {
        Map<String, Long> groups = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            groups.put("\uD83D\uDE00".repeat(200) + i, 1L);
        }

        RequestMail card = writer("en").digests("acme", groups, 3);

        assertThat(card.facts()).hasSize(16);
        assertThat(card.facts().get(15).label()).isEqualTo("25 more groups");
        assertThat(ChatCards.teams(card).length).isLessThan(LARGEST);
    }

    private static PostWriter writer(String language) {
        Locale locale = Languages.of(language, null);
        return new PostWriter(
                PlainMessages.in(language, PostMessages.class),
                new DigestLanguage(PlainMessages.in(language, DigestMessages.class), locale),
                PORTAL,
                language,
                PAGES);
    }

    private static List<RequestMail> all(PostWriter writer) {
        return List.of(
                writer.flagged(Decisions.about("1").build(), "Network", false),
                writer.flagged(Decisions.about("1").build(), "Network", true),
                writer.flagged(
                        Decisions.happy("1")
                                .summary("CSAT 1 is at or below the threshold of 2.")
                                .build(),
                        "Network",
                        false),
                writer.digests("acme", Map.of("Network", 2L), 1),
                writer.test("acme", "room"));
    }

    /** The values that a person reads. */
    private static List<String> texts(byte[] post) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String field : List.of("text", "title", "fallbackText")) {
            Json.MAPPER.readTree(post).findValues(field).stream()
                    .filter(JsonNode::isTextual)
                    .forEach(value -> texts.add(value.asText()));
        }
        return texts;
    }
}
