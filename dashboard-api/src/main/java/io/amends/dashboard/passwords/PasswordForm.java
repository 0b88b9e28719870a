package io.amends.dashboard.passwords;

import io.amends.dashboard.signin.core.PasswordRules;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The two fields of a new password, as a page takes them. */
@ApplicationScoped
class PasswordForm {
    private final PasswordMessages messages;

    PasswordForm(PasswordMessages messages) {
        this.messages = messages;
    }

    /** Why this is not taken, in words; null if it is. */
    @Nullable
    String error(@Nullable String fresh, @Nullable String again, String login, @Nullable String email) {
        String password = fresh == null ? "" : fresh;
        String fault =
                PasswordRules.fault(password, login, email).map(this::words).orElse(null);
        if (fault != null) {
            return fault;
        }
        return password.equals(again) ? null : messages.differ();
    }

    private String words(PasswordRules.PasswordFault fault) {
        return switch (fault) {
            case TOO_SHORT -> messages.tooShort(PasswordRules.SHORTEST);
            case TOO_LONG -> messages.tooLong(PasswordRules.LONGEST);
            case UNFIT -> messages.unfit();
            case COMMON -> messages.common();
            case OWN_NAME -> messages.ownName();
        };
    }
}
