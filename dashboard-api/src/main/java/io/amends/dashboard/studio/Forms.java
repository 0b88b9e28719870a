package io.amends.dashboard.studio;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.dashboard.studio.builder.Fields;
import io.amends.kit.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What all forms of the studio have in common. */
final class Forms {
    private Forms() {}

    /** @throws Problem 400 if the body is no form, or a field of it is no text */
    static Fields read(String body) {
        try {
            Fields fields = Fields.read(body);
            fields.names().forEach(name -> fields.all(name).forEach(value -> check(name, value)));
            return fields;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("This is not a form.", List.of(new Reason("", "is not form-encoded")));
        }
    }

    private static void check(String name, String value) {
        String fault = StorableText.fault(name + value);
        if (fault != null) {
            throw Problem.badRequest("A field is not valid.", List.of(new Reason(StorableText.printable(name), fault)));
        }
    }

    /** The form again, at its own address: a step in it is nothing to go back to. */
    static Response again(int status, TemplateInstance page) {
        return Response.status(status)
                .header("HX-Push-Url", "false")
                .entity(page)
                .build();
    }

    /** On to another page, after something was done. */
    static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** A version's number as an address has it; 0 for anything else. */
    static long number(String written) {
        return written.matches("\\d{1,9}") ? Long.parseLong(written) : 0;
    }
}
