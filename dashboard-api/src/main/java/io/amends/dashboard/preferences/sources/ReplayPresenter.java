package io.amends.dashboard.preferences.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.api.ReplayState;
import io.amends.contracts.api.SourceReplay;
import io.amends.contracts.api.SourceReplay.ReplayExample;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.shared.PreferencesDoor;
import io.amends.dashboard.preferences.sources.ReplayView.ChangedValue;
import io.amends.dashboard.preferences.sources.ReplayView.ReplayCourse;
import io.amends.dashboard.preferences.sources.ReplayView.ReplayField;
import io.amends.dashboard.preferences.sources.ReplayView.ReplayTag;
import io.amends.dashboard.preferences.sources.ReplaysView.RangeForm;
import io.amends.dashboard.preferences.sources.ReplaysView.ReplayLine;
import io.amends.dashboard.studio.client.AuthorNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes the views of replays. */
@ApplicationScoped
class ReplayPresenter {
    private static final String NOTHING = "–";

    private final PreferencesDoor door;
    private final Formats formats;
    private final AuthorNames authors;
    private final ReplayMessages messages;

    ReplayPresenter(PreferencesDoor door, Formats formats, AuthorNames authors, ReplayMessages messages) {
        this.door = door;
        this.formats = formats;
        this.authors = authors;
        this.messages = messages;
    }

    /** The source whose replays they are. */
    record OfSource(String cpc, Portal portal, String code, String name) {
        String url() {
            return SourcePresenter.address(cpc, code);
        }

        String url(String replayId) {
            return url() + "/replays/" + replayId;
        }
    }

    ReplaysView list(OfSource of, List<SourceReplay> replays, RangeForm form) {
        return new ReplaysView(
                of.name(),
                of.url(),
                messages.headlineOf(of.name(), replays.isEmpty() ? messages.none() : messages.headline(replays.size())),
                form,
                replays.stream().map(replay -> line(of, replay)).toList());
    }

    ReplayView view(OfSource of, SourceReplay replay, @Nullable String trouble) {
        boolean running = replay.state() == ReplayState.RUNNING;
        boolean done = replay.state() == ReplayState.DONE;
        boolean others = replay.another().count() > 0;
        ReplayCourse course = new ReplayCourse(
                range(of, replay),
                begun(of, replay),
                running ? (int) Math.floor(replay.progress() * 100) : null,
                replay.error(),
                sentences(replay),
                done && replay.dryRun() && (replay.changed().count() > 0 || others) && door.mayChange(of.cpc()),
                others);
        return new ReplayView(
                of.name(), of.url(), of.url(replay.replayId()), tag(replay), course, fields(replay), trouble);
    }

    private ReplayLine line(OfSource of, SourceReplay replay) {
        return new ReplayLine(
                of.url(replay.replayId()),
                range(of, replay),
                begun(of, replay),
                tag(replay),
                formats.count(replay.changed().count()));
    }

    private String range(OfSource of, SourceReplay replay) {
        return messages.received(
                formats.at(replay.from(), of.portal().timeZone()),
                formats.at(replay.to(), of.portal().timeZone()));
    }

    private String begun(OfSource of, SourceReplay replay) {
        return messages.begunBy(formats.at(replay.at(), of.portal().timeZone()), authors.name(replay.by()));
    }

    private ReplayTag tag(SourceReplay replay) {
        return switch (replay.state()) {
            case RUNNING -> new ReplayTag("due", replay.dryRun() ? messages.dryRunning() : messages.applying());
            case DONE -> new ReplayTag("done", replay.dryRun() ? messages.lookedAt() : messages.applied());
            case FAILED -> new ReplayTag("urgent", messages.failed());
        };
    }

    private List<String> sentences(SourceReplay replay) {
        long changed = replay.changed().count();
        List<String> sentences = new ArrayList<>();
        if (replay.state() == ReplayState.RUNNING) {
            sentences.add(messages.soFar((int) Math.floor(replay.progress() * 100)));
        }
        sentences.add(
                replay.dryRun()
                        ? messages.wouldChange(changed, formats.count(changed))
                        : messages.hasChanged(changed, formats.count(changed)));
        sentences.add(messages.unchanged(replay.unchanged(), formats.count(replay.unchanged())));
        long others = replay.another().count();
        if (others > 0) {
            sentences.add(
                    replay.another().applied() && !replay.dryRun()
                            ? messages.madeAnother(others, formats.count(others))
                            : messages.makesAnother(others, formats.count(others)));
        }
        if (replay.refused() > 0) {
            sentences.add(messages.refused(replay.refused(), formats.count(replay.refused())));
        }
        if (replay.state() == ReplayState.DONE && replay.dryRun()) {
            sentences.add(changed == 0 && others == 0 ? messages.nothingToApply() : messages.nothingChangedYet());
        } else if (replay.state() == ReplayState.FAILED) {
            sentences.add(messages.startAgain());
        }
        return sentences;
    }

    /** The ids of other responses, then the fields that change most first. */
    private List<ReplayField> fields(SourceReplay replay) {
        Stream<ReplayField> changed = replay.changed().fields().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(field -> new ReplayField(
                        field.getKey(),
                        formats.count(field.getValue()),
                        replay.changed().examples().stream()
                                .filter(example -> example.field().equals(field.getKey()))
                                .map(ReplayPresenter::value)
                                .toList()));
        Stream<ReplayField> others =
                replay.another().examples().stream()
                        .collect(Collectors.groupingBy(ReplayExample::field))
                        .entrySet()
                        .stream()
                        .map(field -> new ReplayField(
                                field.getKey(),
                                formats.count(replay.another().count()),
                                field.getValue().stream()
                                        .map(ReplayPresenter::value)
                                        .toList()));
        return Stream.concat(others, changed).toList();
    }

    private static ChangedValue value(ReplayExample example) {
        return new ChangedValue(example.responseId(), text(example.before()), text(example.after()));
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            return NOTHING;
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("; "))
                : value.asText();
    }
}
