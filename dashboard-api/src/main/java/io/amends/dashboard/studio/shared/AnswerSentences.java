package io.amends.dashboard.studio.shared;

import io.amends.contracts.ContactChoice;
import io.amends.contracts.StorableText;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.layout.LayoutMessages;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says what a customer answered: by which name, with which score, and whether they want to be contacted. */
@ApplicationScoped
public class AnswerSentences {
    private final LayoutMessages layout;
    private final Formats formats;

    AnswerSentences(LayoutMessages layout, Formats formats) {
        this.layout = layout;
        this.formats = formats;
    }

    /** The customer's name, or that none was given. */
    public String customer(@Nullable String name) {
        return name == null || StorableText.blank(name) ? layout.nameless() : name;
    }

    /** An overall score beside the highest one of the portal's scale, or that there is none. */
    public String score(@Nullable BigDecimal score, Portal portal) {
        Measure measure = portal.measures().get(portal.overall());
        return formats.score(score, measure == null ? null : measure.max());
    }

    /** What the customer said about being contacted. */
    public String choice(ContactChoice choice) {
        return switch (choice) {
            case YES -> layout.choiceYes();
            case NO -> layout.choiceNo();
            case UNANSWERED -> layout.choiceUnanswered();
            case NOT_ASKED -> layout.choiceNotAsked();
        };
    }
}
