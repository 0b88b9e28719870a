package io.amends.dashboard.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form that files a request, in finished words.
 *
 * @param refused why nothing was filed; null where nobody was refused
 * @param hint what is known of the ticket: that it has a case already, or that the customer said NO; null: nothing
 * @param urgentMeans who hears of an urgent request at once
 */
public record RequestFormView(
        Typed typed,
        Choices choices,
        FormErrors errors,
        @Nullable String refused,
        @Nullable String hint,
        String urgentMeans) {

    /** What is filled in; texts are empty where nothing is. */
    public record Typed(String ticket, String why, String questions, About about, boolean urgent, String key) {}

    /** Who it is about, as it was typed. */
    public record About(String name, String email, String phone) {}

    /** What can be chosen. */
    public record Choices(List<Choice> groups, List<Choice> types, List<Choice> formats, List<Choice> regions) {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /** What is missing or wrong, field by field; null where nothing is. */
    public record FormErrors(
            @Nullable String ticket,
            @Nullable String group,
            @Nullable String type,
            @Nullable String format,
            @Nullable String why,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {
        static final FormErrors NONE = new FormErrors(null, null, null, null, null, null, null, null);

        boolean any() {
            return !equals(NONE);
        }
    }
}
