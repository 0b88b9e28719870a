package io.amends.dashboard.studio.shared;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What a page answers a posted form with. */
public final class FormAnswers {
    private FormAnswers() {}

    /** The form again, at its own address: a step in it is nothing to go back to. */
    public static Response again(int status, TemplateInstance page) {
        return Response.status(status)
                .header("HX-Push-Url", "false")
                .entity(page)
                .build();
    }

    /** Sends the browser on to another page, after something was done. */
    public static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
