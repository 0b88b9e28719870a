package io.amends.dashboard.recovery.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseView.CaseState;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.NoteView;
import io.amends.contracts.RecoveryDecided.Contact;
import io.amends.contracts.RecoveryDecided.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest(name = "D1, F1: case {0}, choice {1}, {2}, contact {3}, log {4}: {5}, waits {6}")
    @CsvSource(
            nullValues = "-",
            value = {
                "OPEN, YES, RECOVERY, REQUIRED, -, WAITING, true",
                "OPEN, UNANSWERED, OPPORTUNITY, ALLOWED, -, WAITING, true",
                "WAITING, YES, RECOVERY, REQUIRED, voicemail, NOT_REACHED, true",
                "OPEN, YES, RECOVERY, REQUIRED, voicemail, NOT_REACHED, true",
                "OPEN, YES, RECOVERY, REQUIRED, spoke, SPOKEN_TO, false",
                "-, YES, RECOVERY, REQUIRED, spoke, SPOKEN_TO, false",
                "-, YES, RECOVERY, REQUIRED, -, NO_CASE, false",
                "-, YES, RECOVERY, REQUIRED, voicemail, NO_CASE, false",
                "OPEN, UNANSWERED, NONE, ALLOWED, -, NOT_ASKED_FOR, false",
                "OPEN, YES, -, -, -, NOT_ASKED_FOR, false",
                "OPEN, NO, RECOVERY, FORBIDDEN, -, REFUSED, false",
                "-, NO, -, -, spoke, REFUSED, false",
                "OPEN, UNANSWERED, RECOVERY, FORBIDDEN, -, FORBIDDEN, false",
                "CLOSED, YES, RECOVERY, REQUIRED, -, CLOSED, false",
                "CLOSED, NO, RECOVERY, FORBIDDEN, spoke, CLOSED, false"
            })
    void standing(
            CaseState state,
            ContactChoice choice,
            Kind kind,
            Contact contact,
            String log,
            Standing expected,
            boolean waits) {
        List<NoteView> notes = log == null
                ? List.of()
                : List.of(
                        new NoteView("n", "r", "Robin", log.equals("spoke"), log, Instant.EPOCH, "i", null, "k", "h"));
        Standing standing = Standing.of(state, choice, kind, contact, notes);
        assertThat(standing).isEqualTo(expected);
        assertThat(standing.waits()).isEqualTo(waits);
    }

    @ParameterizedTest(name = "D1: {0} is dialled as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "+49 30 555 0100, tel:+49305550100",
                "+49 (0)30 555-0100, tel:+49305550100",
                "030/5550100, tel:0305550100",
                "(030) 555.0100, tel:0305550100",
                "110, tel:110",
                "12, -",
                "030 / 555 0100, -",
                "030 5550100 / 030 5550101, -",
                "+49 30 5550100 ext. 7, -",
                "ask for Kim, -",
                "javascript:alert(1), -",
                "555;phone-context=x, -",
                "1234567890123456, -"
            })
    void call(String phone, String address) {
        assertThat(Reach.call(phone)).isEqualTo(address);
    }

    @ParameterizedTest(name = "D1: {0} is written to as {1}")
    @CsvSource(
            nullValues = "-",
            value = {
                "kim@example.com, mailto:kim@example.com",
                "kim+amends@example.com, mailto:kim%2Bamends@example.com",
                "k?bcc=x&y@example.com, mailto:k%3Fbcc%3Dx%26y@example.com",
                "kim@müller.example, mailto:kim@xn--mller-kva.example",
                "kim@example.com?subject=x, -",
                "Kim <kim@example.com>, -",
                "not known, -"
            })
    void write(String email, String address) {
        assertThat(Reach.write(email)).isEqualTo(address);
    }
}
