package io.amends.dashboard.deliveries;

import io.amends.contracts.api.NewResend;
import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The form that sends a message again, as it came. */
public class ResendForm {
    @FormParam("reason")
    @Nullable
    String reason;

    @FormParam("resends")
    @Nullable
    String resends;

    @FormParam("wantedAgain")
    @Nullable
    String wantedAgain;

    /** Why, without space around it. */
    String why() {
        return reason == null ? "" : reason.strip();
    }

    /** What it asks for. */
    NewResend asked() {
        boolean counted = resends != null && resends.matches("[0-9]{1,6}");
        return new NewResend(why(), counted ? Integer.valueOf(resends) : null, wantedAgain != null);
    }
}
