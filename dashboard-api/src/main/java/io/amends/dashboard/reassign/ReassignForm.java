package io.amends.dashboard.reassign;

import io.amends.contracts.IdText;
import io.amends.contracts.StorableText;
import jakarta.ws.rs.FormParam;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form that gives responses to another support group, as it is posted. */
public class ReassignForm {
    static final String TICKED = "ticked";
    static final String ALL = "all";
    static final String DO = "do";

    /** Those that are ticked, or all of the list. */
    @FormParam("which")
    @Nullable
    String which;

    @FormParam("response")
    List<String> response = List.of();

    @FormParam("supportGroup")
    @Nullable
    String supportGroup;

    @FormParam("reason")
    @Nullable
    String reason;

    /** Whether it is looked at first, or done. */
    @FormParam("step")
    @Nullable
    String step;

    /** How many the person was told would move. */
    @FormParam("would")
    @Nullable
    String would;

    boolean ticked() {
        return TICKED.equals(which);
    }

    /** Whether it is said which responses are meant: all of a list move only where somebody says so. */
    boolean saysWhich() {
        return ticked() || ALL.equals(which);
    }

    boolean done() {
        return DO.equals(step);
    }

    List<String> ids() {
        return IdText.distinct(response).stream()
                .filter(id -> StorableText.fault(id) == null)
                .toList();
    }

    /** The group that is to have them; empty where none is chosen. */
    String group() {
        return Objects.requireNonNullElse(IdText.orNull(supportGroup), "");
    }

    /** Why; empty where nothing was typed. */
    String why() {
        return Objects.requireNonNullElse(StorableText.typed(reason), "");
    }

    /** Whether it is what the person was told. */
    boolean saw(long n) {
        return Long.toString(n).equals(would);
    }
}
