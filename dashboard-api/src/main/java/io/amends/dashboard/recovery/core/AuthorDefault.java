package io.amends.dashboard.recovery.core;

import io.amends.contracts.StorableText;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose name the dialog starts with (D2). It can be edited to any other. */
public final class AuthorDefault {
    private AuthorDefault() {}

    /**
     * The first that there is, else nothing.
     *
     * @param signedIn who is signed in
     * @param recipient whom the report was sent to; counts only through the title's pencil
     * @param wholeReport whether the dialog was opened by the title's pencil, for all of the report
     * @param supportLead of the response's group
     */
    public static String of(
            @Nullable String signedIn, @Nullable String recipient, boolean wholeReport, @Nullable String supportLead) {
        return Stream.of(signedIn, wholeReport ? recipient : null, supportLead)
                .filter(Objects::nonNull)
                .filter(name -> !StorableText.blank(name))
                .findFirst()
                .orElse("");
    }
}
