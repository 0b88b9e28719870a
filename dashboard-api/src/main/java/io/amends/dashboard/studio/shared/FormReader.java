package io.amends.dashboard.studio.shared;

import io.amends.contracts.Reason;
import io.amends.contracts.StorableText;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the forms that the studio's pages post. */
@ApplicationScoped
public class FormReader {
    private final StudioMessages messages;

    FormReader(StudioMessages messages) {
        this.messages = messages;
    }

    /**
     * The fields of a posted form.
     *
     * @throws Problem 400 if the body is no form, or a field of it is no text
     */
    public FormFields read(String body) {
        try {
            FormFields fields = FormFields.read(body);
            fields.names().forEach(name -> fields.all(name).forEach(value -> check(name, value)));
            return fields;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(messages.notAForm(), List.of(new Reason("", messages.notFormEncoded())));
        }
    }

    private void check(String name, String value) {
        String fault = StorableText.fault(name + value);
        if (fault != null) {
            throw Problem.badRequest(
                    messages.fieldNotValid(), List.of(new Reason(StorableText.printable(name), fault)));
        }
    }
}
