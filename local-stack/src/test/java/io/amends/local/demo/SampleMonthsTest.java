package io.amends.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SampleMonthsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final DemoData data = DemoData.load();
    private final SampleMonths months = SampleMonths.until(NOW, data);

    @Test
    @DisplayName("at least 5,000 responses of 90 days, none ahead, ids unique")
    void size() {
        assertThat(months.samples()).hasSizeGreaterThan(5_000);
        assertThat(months.samples()).allMatch(sample -> !sample.submittedAt().isAfter(NOW));
        assertThat(months.samples().get(0).submittedAt()).isAfter(NOW.minus(Duration.ofDays(91)));
        assertThat(months.samples().stream().map(Sample::responseId).distinct()).hasSameSizeAs(months.samples());
    }

    @Test
    @DisplayName("the same seed gives the same; another day adds its own and changes no earlier one")
    void stable() {
        assertThat(SampleMonths.until(NOW, data)).isEqualTo(months);

        Map<String, Sample> later = SampleMonths.until(NOW.plus(Duration.ofDays(3)), data).samples().stream()
                .collect(Collectors.toMap(Sample::responseId, Function.identity()));
        List<Sample> shared = months.samples().stream()
                .filter(sample -> later.containsKey(sample.responseId()))
                .toList();
        assertThat(shared).hasSizeGreaterThan(4_800);
        assertThat(shared).allMatch(sample -> sample.equals(later.get(sample.responseId())));
        assertThat(SampleMonths.until(NOW, data, 7)).isNotEqualTo(months);
    }

    @Test
    @DisplayName("some are invalid, some sent twice, some replace an earlier one; few of each")
    void faults() {
        int all = months.samples().size();
        assertThat((double) months.invalid() / all).isBetween(0.008, 0.025);
        assertThat((double) months.duplicates() / all).isBetween(0.01, 0.03);
        assertThat((double) months.replacements() / all).isBetween(0.015, 0.035);
    }

    @Test
    @DisplayName("eight groups, twelve languages, all contact choices, addresses nobody has")
    void variety() {
        assertThat(distinct("language")).hasSize(12).contains("en", "de", "fr", "es", "pt", "ja", "ar", "he", "ko");
        assertThat(distinct("supportGroup")).containsAll(data.groups());
        assertThat(data.groups()).hasSize(8);
        assertThat(distinct("contactChoice")).containsExactlyInAnyOrder("YES", "NO", "UNANSWERED", "NOT_ASKED");
        assertThat(months.samples())
                .extracting(sample -> (Map<?, ?>) sample.body().get("customer"))
                .allMatch(customer -> customer.get("email").toString().endsWith("@example.com")
                        && customer.get("phone").toString().startsWith("+49555"));
    }

    @Test
    @DisplayName("every day's digest has customers who asked for contact, who did not, and who left it open")
    void interesting() {
        Instant alert = Tour.lastAlert(NOW);
        List<Sample> period = months.samples().stream()
                .filter(sample -> sample.valid() && sample.csat() <= 2)
                .filter(sample -> !sample.submittedAt().isBefore(alert.minus(Duration.ofDays(1)))
                        && sample.submittedAt().isBefore(alert))
                .toList();
        assertThat(period).extracting(Sample::contactChoice).contains("YES", "UNANSWERED");
    }

    @Test
    @DisplayName(
            "notes and closings lie between the survey and now; who said no is not handled; the newest are left to do")
    void handling() {
        List<Handling> handled = months.samples().stream()
                .flatMap(sample -> Handling.of(sample, NOW, data).stream())
                .toList();

        assertThat(handled).hasSizeGreaterThan(250);
        for (Handling handling : handled) {
            Sample sample = handling.sample();
            assertThat(sample.contactChoice()).isNotEqualTo("NO");
            assertThat(sample.submittedAt()).isBefore(NOW.minus(Duration.ofHours(36)));
            assertThat(handling.notes())
                    .allMatch(note -> Instant.parse(note.get("at").toString()).isAfter(sample.submittedAt())
                            && Instant.parse(note.get("at").toString()).isBefore(NOW));
        }
        assertThat(handled.stream().flatMap(handling -> handling.followUp("case-1", NOW, data).stream()))
                .hasSizeGreaterThan(60)
                .allMatch(body -> body.get("followUpOf").equals("case-1"));
    }

    @Test
    @DisplayName("every language has something to say for every mood and factor")
    void verbatims() {
        Verbatims verbatims = new Verbatims(data);
        Set<String> said = new HashSet<>();
        Dice dice = new Dice(1);
        for (String language : DemoData.names(data.people())) {
            for (String factor : DemoData.names(data.desk().path("factors"))) {
                for (int i = 0; i < 20; i++) {
                    said.add(verbatims.say(language, i % 2 == 0, factor, dice));
                }
            }
        }
        assertThat(said).hasSizeGreaterThan(300).noneMatch(String::isBlank);
    }

    @Test
    @DisplayName(
            "the months come in parts of the same length, oldest first, none left out; what was sent twice comes last")
    void parts() {
        List<List<Sample>> parts = months.parts(3, NOW);

        assertThat(parts).hasSize(3);
        assertThat(parts.stream().flatMap(List::stream)).hasSameSizeAs(months.sent());
        for (int i = 0; i < 3; i++) {
            Instant from = NOW.minus(Duration.ofDays(90 - 30L * i));
            assertThat(parts.get(i)).hasSizeGreaterThan(1_500);
            if (i < 2) {
                assertThat(parts.get(i))
                        .allMatch(sample -> !sample.submittedAt().isAfter(from.plus(Duration.ofDays(30))));
            }
        }
        assertThat(parts.get(0)).doesNotHaveDuplicates();
    }

    private Set<String> distinct(String field) {
        return months.samples().stream().map(sample -> sample.text(field)).collect(Collectors.toSet());
    }
}
