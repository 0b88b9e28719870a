package io.amends.alerting.rendering;

import io.amends.alerting.Decisions;
import io.amends.alerting.digest.Digest;
import io.amends.alerting.digest.Urgency;
import io.amends.alerting.period.DigestPeriod;
import io.amends.alerting.report.DigestLanguage;
import io.amends.alerting.report.DigestMessages;
import io.amends.alerting.report.RecoveryReport;
import io.amends.alerting.report.ReportWriter;
import io.amends.contracts.Customer;
import io.amends.contracts.RecoveryDecided;
import io.amends.contracts.api.DigestMark;
import io.amends.contracts.directory.Contact;
import io.amends.contracts.testing.DecisionBuilder;
import io.amends.contracts.testing.DirectoryEntries;
import io.amends.kit.link.ReportLink;
import io.amends.messages.Languages;
import io.amends.messages.testing.PlainMessages;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Digests to look at and to test with: every script that is promised, and hostile texts. */
public final class Samples {
    private static final Function<Locale, DigestMessages> SENTENCES =
            Languages.each(tag -> PlainMessages.in(tag, DigestMessages.class));

    /** What customers say, by script. */
    public static final Map<String, String> SCRIPTS = Map.of(
            "Latin", "Crème brûlée, Straße, żółć, İstanbul, tiếng Việt – “quoted” … 5 €",
            "Greek", "Η εξυπηρέτηση ήταν πολύ αργή",
            "Cyrillic", "Очень долго ждал ответа, їжак",
            "Hebrew", "השירות היה איטי מאוד",
            "Arabic", "كانت الخدمة بطيئة جدا",
            "Chinese", "客服回复太慢了，我等了三天",
            "Traditional", "客服回覆太慢，請盡快處理",
            "Japanese", "返事が遅くて困りました。",
            "Korean", "응답이 너무 느렸습니다",
            "Emoji", "Still waiting 😡 👎 🙏");

    private Samples() {}

    public static Digest.Item item(DecisionBuilder decided, DigestMark... marks) {
        return new Digest.Item(decided.build(), "Network EMEA", "Enterprise", List.of(marks));
    }

    public static Digest digest(@Nullable String language, List<Digest.Item> items, int refused) {
        return new Digest(
                "6f1c2d34-0000-5000-8000-000000000001",
                new Digest.DigestPortal(
                        "acme", DirectoryEntries.portal("'ticketUrlPrefix':'https://desk.example.com/tickets/'")),
                new Digest.Recipient(
                        "c-2",
                        new Contact(
                                "Alex Example", "alex@example.com", null, language, null, null, null, List.of(), null)),
                new DigestPeriod(Instant.parse("2026-11-19T08:00:00Z"), Instant.parse("2026-11-20T08:00:00Z")),
                Instant.parse("2026-11-20T08:01:00Z"),
                items,
                List.of(),
                refused);
    }

    /** The same digest, of a contact whose groups have cases that wait. */
    public static Digest waiting(Digest digest, Digest.Deferral... groups) {
        return new Digest(
                digest.id(),
                digest.source(),
                digest.recipient(),
                digest.period(),
                digest.builtAt(),
                digest.items(),
                List.of(groups),
                digest.refused());
    }

    /** So many cases of a group that wait since Friday. */
    public static Digest.Deferral deferral(String groupName, int dailyCap, int cases) {
        return new Digest.Deferral(
                "NET",
                groupName,
                dailyCap,
                IntStream.range(0, cases)
                        .mapToObj(i -> new Digest.WaitingCase(
                                "w" + i,
                                "T-w" + i,
                                RecoveryDecided.Kind.RECOVERY,
                                Instant.parse("2026-11-20T07:00:00Z"),
                                Instant.parse("2026-11-20T08:00:00Z")))
                        .toList());
    }

    /** The same of a group in which the recipient has no part: a rule names them for these cases. */
    public static Digest.Deferral alsoDeferral(String groupName, int dailyCap, int cases) {
        Digest.Deferral theirs = deferral(groupName, dailyCap, cases);
        return new Digest.Deferral("NET", groupName, dailyCap, theirs.cases(), true);
    }

    /** A case that waited since the digest of Thursday. */
    public static Digest.Item waited(DecisionBuilder decided, DigestMark... marks) {
        return new Digest.Item(
                decided.build(),
                "Network EMEA",
                "Enterprise",
                List.of(marks),
                Instant.parse("2026-11-19T08:00:00Z"),
                null,
                null);
    }

    /** A case of which its recipient was told at once. */
    public static Digest.Item alerted(DecisionBuilder decided, String at) {
        return new Digest.Item(decided.build(), "Network EMEA", "Enterprise", List.of(), null, Instant.parse(at), null);
    }

    /** A case of others' groups that a rule lets its recipient hear of. */
    public static Digest.Item byRule(DecisionBuilder decided, String rule) {
        return new Digest.Item(
                decided.build(), "Network EMEA", "Enterprise", List.of(DigestMark.ALSO), null, null, rule);
    }

    /** A mixed day. */
    public static Digest day(@Nullable String language) {
        List<Digest.Item> items = new ArrayList<>();
        DecisionBuilder kim = Decisions.about("kim").asked();
        kim.customer(new Customer(
                "c-9", "Kim Example", "kim@example.com", "+49 555 0100", "Example GmbH", null, "call", null));
        items.add(item(kim));
        DecisionBuilder again = Decisions.says("again", "Jordan Sample", "It broke again the day after.", "en");
        again.followUpOf("case-1");
        items.add(item(again, DigestMark.AGAIN, DigestMark.REPLACING));
        int n = 0;
        for (String script : SCRIPTS.keySet().stream().sorted().toList()) {
            n++;
            DecisionBuilder said = Decisions.says("s" + n, script + " Customer", SCRIPTS.get(script), null);
            said.factors(n % 3 == 0 ? List.of() : List.of("Speed of response"));
            items.add(item(said, n == 4 ? new DigestMark[] {DigestMark.LATE} : new DigestMark[0]));
        }
        items.add(new Digest.Item(Decisions.bare().build(), "Network EMEA", null, List.of()));
        items.add(item(Decisions.says("joy", "Sam Joy", "Great help, please call me about an upgrade!", "en")
                .happy()
                .asked()));
        items.sort(Comparator.comparing(Digest.Item::decision, Urgency.FIRST));
        return digest(language, items, 2);
    }

    public static Renderer renderer() {
        return renderer(Duration.ofMinutes(10));
    }

    static Renderer renderer(Duration printing) {
        return renderer(printing, SENTENCES);
    }

    /** One that says everything in the sentences given, whatever the locale is. */
    static Renderer renderer(Duration printing, DigestMessages sentences) {
        return renderer(printing, locale -> sentences);
    }

    private static Renderer renderer(Duration printing, Function<Locale, DigestMessages> sentences) {
        return new Renderer(
                URI.create("http://localhost:8080"),
                (digest, response, expires) -> "token-" + (response.equals(ReportLink.ALL) ? "all" : response),
                printing,
                sentences);
    }

    /** A digest as its recipient gets it. */
    public static DigestForms render(Digest digest) {
        return renderer().render(digest, DigestLanguage.ofRecipient(digest));
    }

    /** What a mail with a PDF says, abridged where it would be too long. */
    static RecoveryReport mail(Digest digest) {
        return renderer().mail(digest, DigestLanguage.ofRecipient(digest));
    }

    static DigestLanguage english() {
        return language("en");
    }

    /** The language of a reader who asks for it by its tag. */
    public static DigestLanguage language(String tag) {
        Locale locale = Languages.of(tag, null);
        return new DigestLanguage(SENTENCES.apply(locale), locale);
    }

    /** What a mail says about some cases. */
    static RecoveryReport mail(Digest.Item... items) {
        return new ReportWriter(
                        digest("en", List.of(items), 0),
                        english(),
                        URI.create("http://localhost:8080"),
                        Instant.parse("2026-12-20T08:00:00Z"),
                        response -> "token-" + response)
                .mail(items.length, 0);
    }

    /** Writes the samples to a folder, for people to look at. */
    public static void main(String[] arguments) throws java.io.IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String language : List.of("en", "en-US", "de", "fr", "es", "pt", "ja")) {
            long start = System.nanoTime();
            DigestForms rendered = render(day(language));
            System.out.println(rendered.subject() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
            Files.write(folder.resolve("digest-" + language + ".pdf"), rendered.pdf());
            Files.writeString(folder.resolve("digest-" + language + ".html"), rendered.html());
            Files.writeString(folder.resolve("digest-" + language + ".txt"), rendered.text());
        }
        List<Digest.Item> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(item(Decisions.about("m" + i)));
        }
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            int size = render(digest("en", many, 0)).pdf().length;
            System.out.println(
                    "500 cases: " + (System.nanoTime() - start) / 1_000_000 + " ms, " + size / 1024 + " KiB");
        }
    }
}
