package io.amends.dashboard.recovery;

import io.amends.contracts.CaseView.Outcome;
import io.amends.contracts.StorableText;
import io.amends.contracts.api.CloseRequest;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form that closes a case, as it is posted (D8). */
public class CloseForm {
    /** Which response was shown; more than one where a form contradicts itself. */
    @FormParam("response")
    List<String> response = List.of();

    /** Which case of it was shown. */
    @FormParam("case")
    List<String> caseId = List.of();

    @FormParam("outcome")
    @Nullable
    String outcome;

    @FormParam("rootCause")
    @Nullable
    String rootCause;

    @FormParam("sendFollowUp")
    @Nullable
    String sendFollowUp;

    /** Why it is proposed; for whoever may only propose. */
    @FormParam("reason")
    @Nullable
    String reason;

    /** What was chosen; empty: nothing, or none that there is. */
    Optional<Outcome> chosen() {
        return Arrays.stream(Outcome.values())
                .filter(o -> o.name().equals(outcome))
                .findFirst();
    }

    /** What was typed; null: nothing. */
    @Nullable
    String why() {
        return StorableText.typed(rootCause);
    }

    /** Why it is proposed; null: nothing was typed. */
    @Nullable
    String because() {
        return StorableText.typed(reason);
    }

    /** What is asked for, once an outcome is chosen. */
    CloseRequest request(Outcome outcome) {
        return new CloseRequest(outcome, why(), sendFollowUp != null, null);
    }

    /** The form as it is shown again, with what is wrong with it. */
    DialogView.Closing again(String error) {
        String typed = why();
        String said = because();
        return new DialogView.Closing(
                chosen().orElse(null),
                typed == null ? "" : typed,
                sendFollowUp != null,
                said == null ? "" : said,
                null,
                error);
    }
}
