package io.amends.dashboard.preferences.beginning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.ContactChoice;
import io.amends.contracts.Json;
import io.amends.contracts.Reason;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.RatingScale;
import io.amends.dashboard.preferences.shared.FieldErrors;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.FieldView.Face;
import io.amends.dashboard.preferences.shared.FieldView.Input;
import io.amends.dashboard.preferences.shared.Proposals;
import io.amends.dashboard.studio.core.FormFields;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Makes the form of a new portal, and what comes next in it. */
@ApplicationScoped
class BeginningPresenter {
    private final FieldTexts texts;
    private final Formats formats;
    private final BeginningMessages messages;
    private final Directory directory;
    private final Clock clock;
    private final String ingest;

    BeginningPresenter(
            FieldTexts texts,
            Formats formats,
            BeginningMessages messages,
            Directory directory,
            Clock clock,
            @ConfigProperty(name = "amends.ingest.url") String ingest) {
        this.texts = texts;
        this.formats = formats;
        this.messages = messages;
        this.directory = directory;
        this.clock = clock;
        this.ingest = ingest;
    }

    /** The form as it was sent. */
    record Sent(String code, String name, String timeZone, String language, RatingScale scale) {
        static Sent of(FormFields form) {
            return new Sent(
                    form.text("code").strip(),
                    form.text("name").strip(),
                    form.text("timeZone").strip(),
                    form.text("language").strip(),
                    RatingScale.of(form.text("scale")).orElse(RatingScale.CSAT));
        }

        ObjectNode portal() {
            return scale.portal(name, timeZone, language);
        }
    }

    NewPortalView empty() {
        return view(new Sent("", "", "Europe/Berlin", "en", RatingScale.CSAT), List.of(), null, false);
    }

    /** The form as it was sent, with what is wrong with it. */
    NewPortalView again(Sent sent, List<Reason> reasons, boolean taken) {
        return view(sent, reasons, taken ? messages.codeTaken() : null, true);
    }

    private NewPortalView view(Sent sent, List<Reason> reasons, @Nullable String taken, boolean wrong) {
        FieldErrors errors = texts.errors(EntryType.PORTAL, reasons);
        String nameError = wrong && sent.name.isEmpty() ? messages.nameMissing() : errors.at("name");
        String codeError = wrong && sent.code.isEmpty() ? messages.codeMissing() : errors.at("code");
        return new NewPortalView(
                wrong,
                List.of(
                        field("name", Input.TEXT, List.of(), sent.name, nameError),
                        new FieldView(
                                new Face(
                                        "code", texts.label(EntryType.PORTAL, "code"), messages.codeHint(), Input.TEXT),
                                List.of(sent.code),
                                List.of(),
                                taken == null ? codeError : taken,
                                sent.code),
                        field("timeZone", Input.LIST, Proposals.ZONES, sent.timeZone, errors.at("timeZone")),
                        field(
                                "language",
                                Input.LIST,
                                Proposals.languages(formats.locale()),
                                sent.language,
                                errors.at("language")),
                        new FieldView(
                                new Face("scale", messages.scale(), messages.scaleHint(), Input.SELECT),
                                List.of(sent.scale.word()),
                                Stream.of(RatingScale.values())
                                        .map(scale -> new Option(scale.word(), said(scale), scale == sent.scale))
                                        .toList(),
                                null,
                                said(sent.scale))));
    }

    private FieldView field(String name, Input input, List<Option> options, String value, @Nullable String error) {
        Face face = new Face(name, texts.label(EntryType.PORTAL, name), texts.hint(EntryType.PORTAL, name), input);
        return new FieldView(face, List.of(value), options, error, value);
    }

    private String said(RatingScale scale) {
        return switch (scale) {
            case CSAT -> messages.csat();
            case STAR -> messages.star();
            case NPS -> messages.nps();
            case CES -> messages.ces();
        };
    }

    /** What comes next: the steps with what is there already, and a survey that is unhappy. */
    NextStepsView next(String cpc, Portal portal) {
        Set<String> groups = directory.codes(EntryType.GROUP, cpc);
        boolean contact = !directory.codes(EntryType.CONTACT, cpc).isEmpty();
        String group = groups.isEmpty() ? "SUPPORT" : groups.iterator().next();
        return new NextStepsView(
                messages.nextHead(portal.name()), contact, !groups.isEmpty(), survey(cpc, portal, group), ingest);
    }

    private String survey(String cpc, Portal portal, String group) {
        BigDecimal unhappy = portal.serviceRecoveryThreshold();
        ObjectNode survey = Json.MAPPER.createObjectNode();
        survey.put("portal", cpc)
                .put("responseId", "first-1")
                .put("ticketId", "T-1")
                .put("supportGroup", group);
        survey.putObject("customer").put("name", "Kim Example");
        survey.putObject("measures").put(portal.overall(), unhappy);
        survey.put("comment", "Third time I had to call.")
                .put("contactChoice", ContactChoice.YES.name())
                .put(
                        "submittedAt",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        List<String> fields = new ArrayList<>();
        survey.properties().forEach(field -> fields.add("\"" + field.getKey() + "\": " + field.getValue()));
        return "{" + String.join(",\n  ", fields) + "}";
    }
}
