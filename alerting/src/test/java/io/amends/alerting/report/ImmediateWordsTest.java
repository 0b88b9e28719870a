package io.amends.alerting.report;

import static io.amends.contracts.testing.RequestBuilder.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.rendering.Samples;
import io.amends.alerting.sms.ImmediateTextWriter;
import io.amends.alerting.sms.SmsParts;
import io.amends.contracts.directory.Portal;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.messages.Languages;
import io.amends.messages.pseudo.PlainWords;
import io.amends.messages.testing.PlainMessages;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ImmediateWordsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final String FIVE = "2026-11-20T16:00:00Z";
    private static final Portal PORTAL = DirectoryEntries.portal("");
    private static final URI PAGES = URI.create("https://amends.example");
    private static final List<String> DATA = List.of(
            "Acme",
            "Network EMEA",
            "Kim Example",
            "Example GmbH",
            "Robin Example",
            "Robin Desk",
            "Enterprise",
            "Third time I had to call.",
            "CSAT 1 is at or below the threshold of 2.",
            "Berlin",
            "Fri",
            "Mon",
            "Nov",
            "AM",
            "PM");

    @Test
    @DisplayName("C7: a wish has the clock of the day: due today, on another day, or past")
    void clock() {
        assertThat(said(Decisions.prefers("a", "call").asked(), FIVE))
                .isEqualTo("asked for a call; due today 17:00, Berlin time");
        assertThat(said(Decisions.prefers("a", "email").asked(), "2026-11-23T16:00:00Z"))
                .isEqualTo("asked for an email; due Mon, 23 Nov 2026, 17:00, Berlin time");
        assertThat(said(Decisions.about("a").asked(), "2026-11-20T08:30:00Z"))
                .isEqualTo("asked to be contacted; was due Fri, 20 Nov 2026, 09:30, Berlin time");
        assertThat(said(Decisions.about("a"), FIVE)).isEqualTo("rated 1 of 5");
        assertThat(words("en").what(told(Decisions.about("a").asked(), null, false)))
                .isEqualTo("asked to be contacted");
    }

    @Test
    @DisplayName(
            "C7: several are told in a line each, solved ones last and marked, and no more than a mail has room for")
    void several() {
        List<ToldCase> told = IntStream.range(0, 60)
                .mapToObj(i -> told(Decisions.about("c" + i), FIVE, i == 1))
                .toList();

        RequestMail mail = new ImmediateMailWriter(words("en"), "acme", PAGES).mail(told);

        assertThat(mail.head().subject()).isEqualTo("59 customers to contact at once (Network EMEA)");
        assertThat(mail.facts()).hasSize(ImmediateMailWriter.MOST + 1);
        assertThat(mail.facts().get(1).value()).isEqualTo("rated 1 of 5 (solved meanwhile)");
        assertThat(mail.facts().get(50).value()).isEqualTo("10 more, which the next digest lists");
        assertThat(mail.facts().get(0).link())
                .isEqualTo("https://amends.example/service-recovery-notes?cpc=acme&rgid=NET&tid=T-c0");
    }

    @Test
    @DisplayName(
            "B5, C7: a mail says by which rules its reader hears, and where a case opens that is not of their groups")
    void byRule() {
        ToldCase theirs = told(Decisions.about("a"), FIVE, false);
        ToldCase vip = byRule("VIP");
        ImmediateMailWriter writer = new ImmediateMailWriter(words("en"), "acme", PAGES);

        assertThat(writer.mail(List.of(theirs)).reason()).doesNotContain("rule");
        assertThat(writer.mail(List.of(vip)).reason())
                .isEqualTo(
                        "You hear of this at once because the rule “VIP” names you. Where the support group of a case is not"
                                + " yours, the link in the digest that lists the case opens it.");
        assertThat(writer.mail(List.of(vip, theirs, byRule("Calls"), byRule("VIP")))
                        .reason())
                .startsWith("You get this at once because you take care of cases")
                .contains(" You hear of this at once because the rules “VIP” and “Calls” name you.");
        for (String language : Languages.SPOKEN) {
            String reason = new ImmediateMailWriter(words(language), "acme", PAGES)
                    .mail(List.of(vip, byRule("Calls")))
                    .reason();
            assertThat(reason).contains("VIP", "Calls").doesNotContain("{");
        }
    }

    private static ToldCase byRule(String rule) {
        return new ToldCase(
                Samples.byRule(Decisions.about("v"), rule), new ToldCase.Due(Instant.parse(FIVE), BERLIN), false);
    }

    @Test
    @DisplayName("C7, C11: mail and text message are there in every language, the message in two parts at most")
    void languages() {
        for (String language : Languages.SPOKEN) {
            ImmediateWords words = words(language);
            for (List<ToldCase> told : List.of(
                    List.of(told(Decisions.prefers("a", "call").asked(), "2026-11-23T16:00:00Z", false)),
                    List.of(told(Decisions.about("a"), FIVE, false), told(Decisions.about("b"), FIVE, true)),
                    List.of(told(Decisions.about("a"), FIVE, false), told(Decisions.about("b"), FIVE, false)))) {
                RequestMail mail = new ImmediateMailWriter(words, "acme", PAGES).mail(told);
                assertThat(mail.toString()).doesNotContain("{#", "{shown");
                assertThat(new ImmediateTextWriter(words.messages(), "Acme").text(told, words))
                        .doesNotContain("{")
                        .matches(text -> SmsParts.of(text) <= 2);
            }
            String long1 = "A very long name of something that nobody would ever call anything at all ".repeat(3);
            DecisionBuilder evil = Decisions.prefers("a", "call").asked();
            evil.ticket("T-" + long1);
            ImmediateTextWriter writer = new ImmediateTextWriter(words.messages(), long1);
            assertThat(SmsParts.of(writer.text(
                            List.of(new ToldCase(
                                    new Digest.Item(evil.build(), long1, null, List.of()),
                                    new ToldCase.Due(Instant.parse("2026-11-23T16:00:00Z"), BERLIN),
                                    false)),
                            words)))
                    .isLessThanOrEqualTo(2);
            assertThat(SmsParts.of(writer.text(request("q").urgent().build(), long1)))
                    .isLessThanOrEqualTo(2);
        }
    }

    @Test
    @DisplayName("C11: every word is of a message, or is data")
    void pseudo() {
        Locale locale = Locale.UK;
        ImmediateMessages messages = PlainMessages.pseudo(ImmediateMessages.class);
        ImmediateWords words = new ImmediateWords(
                messages, new DigestLanguage(PlainMessages.pseudo(DigestMessages.class), locale), PORTAL, NOW);
        for (List<ToldCase> told : List.of(
                List.of(told(Decisions.prefers("1", "call").asked(), FIVE, false)),
                List.of(
                        told(Decisions.about("1"), FIVE, false),
                        byRule("1"),
                        told(Decisions.about("2"), FIVE, true)))) {
            RequestMail mail = new ImmediateMailWriter(words, "1", PAGES).mail(told);
            String all = mail.head() + " " + mail.words() + " " + mail.facts() + " " + mail.reason() + " "
                    + mail.link().label()
                    + new ImmediateTextWriter(messages, "Acme").text(told, words);
            assertThat(PlainWords.in(
                            all.replaceAll("https?://[^\\s\\]]+", " ")
                                    .replaceAll("T-\\d", " ")
                                    .replaceAll("(MailHead|Part|Fact)\\[|\\w+=|ltr", " "),
                            DATA))
                    .isEmpty();
        }
    }

    private static String said(DecisionBuilder decided, String due) {
        return words("en").what(told(decided, due, false));
    }

    private static ToldCase told(DecisionBuilder decided, @Nullable String due, boolean solved) {
        return new ToldCase(
                new Digest.Item(decided.build(), "Network EMEA", "Enterprise", List.of()),
                new ToldCase.Due(due == null ? null : Instant.parse(due), BERLIN),
                solved);
    }

    private static ImmediateWords words(String language) {
        Locale locale = Languages.of(language, "en");
        return new ImmediateWords(
                PlainMessages.in(language, ImmediateMessages.class),
                new DigestLanguage(PlainMessages.in(language, DigestMessages.class), locale),
                PORTAL,
                NOW);
    }
}
