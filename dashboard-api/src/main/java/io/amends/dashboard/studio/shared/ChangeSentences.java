package io.amends.dashboard.studio.shared;

import io.amends.contracts.api.RuleChange;
import io.amends.contracts.api.RuleSetComparison.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says what differs between two rule sets. */
@ApplicationScoped
public class ChangeSentences {
    private final StudioMessages messages;

    ChangeSentences(StudioMessages messages) {
        this.messages = messages;
    }

    /** Every difference in a sentence, with its kind. */
    public List<ChangeLine> lines(List<Difference> differences) {
        return differences.stream()
                .map(difference -> new ChangeLine(tag(difference.change()), difference.sentence()))
                .toList();
    }

    /** A kind of change in one word. */
    public ChangeTag tag(RuleChange change) {
        return switch (change) {
            case ADDED -> new ChangeTag(messages.added(), "done");
            case REMOVED -> new ChangeTag(messages.removed(), "urgent");
            case CHANGED -> new ChangeTag(messages.changed(), "due");
            case MOVED -> new ChangeTag(messages.moved(), "");
        };
    }
}
