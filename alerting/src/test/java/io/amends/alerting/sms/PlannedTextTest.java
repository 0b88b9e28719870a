package io.amends.alerting.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.alerting.sms.PlannedText.ListedDigest;
import io.amends.messages.testing.PlainMessages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlannedTextTest {
    private static final UUID SATURDAYS = new UUID(0, 6);
    private static final UUID SUNDAYS = new UUID(0, 7);
    private static final UUID MONDAYS = new UUID(0, 1);

    @Test
    @DisplayName("C3: one message a contact with the number that the digest lists; none for 0")
    void day() {
        assertThat(PlannedText.of(
                        Map.of("b", new ListedDigest(MONDAYS, 2), "a", new ListedDigest(SUNDAYS, 0)), List.of()))
                .containsExactly(new PlannedText("b", MONDAYS, 2, List.of()));
    }

    @Test
    @DisplayName(
            "C4: Monday's has the sum of what the three digests listed, and one is made though Monday lists nothing")
    void monday() {
        HeldText saturday = held("a", SATURDAYS, "2026-11-21T08:00:00Z", 3);
        HeldText sunday = held("a", SUNDAYS, "2026-11-22T08:00:00Z", 4);
        HeldText others = held("b", SUNDAYS, "2026-11-22T08:00:00Z", 5);

        assertThat(PlannedText.of(Map.of("a", new ListedDigest(MONDAYS, 1)), List.of(sunday, saturday, others)))
                .containsExactly(
                        new PlannedText("a", MONDAYS, 8, List.of(saturday, sunday)),
                        new PlannedText("b", SUNDAYS, 5, List.of(others)));
        assertThat(PlannedText.of(Map.of("a", new ListedDigest(MONDAYS, 0)), List.of(saturday)))
                .containsExactly(new PlannedText("a", MONDAYS, 3, List.of(saturday)));
    }

    @Test
    @DisplayName("C3: the words say how many, of which portal, and since when; a long name is cut")
    void words() {
        SmsWriter writer = new SmsWriter(PlainMessages.english(SmsMessages.class), Locale.UK);

        assertThat(writer.text("Acme", 1, false))
                .isEqualTo("Acme: 1 unhappy customer to contact. Your email has the report.");
        assertThat(writer.text("Acme", 1204, true))
                .isEqualTo("Acme: 1,204 unhappy customers to contact since Saturday. Your emails have the reports.");
        assertThat(writer.text("件".repeat(200), 2, false)).startsWith("件件").contains("件...: 2 unhappy");
    }

    @Test
    @DisplayName("C3: a number is judged by its length in its country, of whatever kind it is")
    void numbers() {
        assertThat(MobileNumber.isPossible("+4915112345678")).isTrue();
        assertThat(MobileNumber.isPossible("+493012345678")).isTrue();
        assertThat(MobileNumber.isPossible("+1415555")).isFalse();
        assertThat(MobileNumber.isPossible("+99912345678")).isFalse();
    }

    private static HeldText held(String contact, UUID digest, String at, int customers) {
        Instant to = Instant.parse(at);
        return new HeldText(new UUID(contact.charAt(0), to.getEpochSecond()), contact, digest, "+49", to, customers);
    }
}
