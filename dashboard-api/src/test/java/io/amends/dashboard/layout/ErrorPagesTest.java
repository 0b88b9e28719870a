package io.amends.dashboard.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the page of an error says. */
class ErrorPagesTest {

    private static String said(String detail, Reason... reasons) {
        return ErrorPages.said(Problem.badRequest(detail, List.of(reasons)).details());
    }

    @Test
    @DisplayName("a page of an error says each thing once, and ends each sentence by one full stop")
    void said() {
        assertThat(said("This cannot be shown.", new Reason("?page", "must be 0 or more")))
                .isEqualTo("This cannot be shown. ?page must be 0 or more.");
        assertThat(said("Nothing was saved.", new Reason("", "Somebody else was faster.")))
                .isEqualTo("Nothing was saved. Somebody else was faster.");
        assertThat(said("Somebody else was faster.", new Reason("", "Somebody else was faster.")))
                .isEqualTo("Somebody else was faster.");
        assertThat(said("The address must say which one: ?id=…", new Reason("?id", "is missing …")))
                .isEqualTo("The address must say which one: ?id=… ?id is missing …");
    }
}
