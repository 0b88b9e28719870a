package io.amends.dashboard.preferences.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.directory.EntryType;
import io.amends.contracts.directory.Measure;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.directory.core.Thresholds;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.preferences.core.EntryShape;
import io.amends.dashboard.preferences.core.FieldKind;
import io.amends.dashboard.preferences.core.MeasureRows;
import io.amends.dashboard.preferences.core.MeasureRows.MeasureRow;
import io.amends.dashboard.preferences.core.PortalSetting;
import io.amends.dashboard.preferences.portal.PortalView.CellLabels;
import io.amends.dashboard.preferences.portal.PortalView.MeasureLine;
import io.amends.dashboard.preferences.portal.PortalView.MeasureTable;
import io.amends.dashboard.preferences.portal.PortalView.Section;
import io.amends.dashboard.preferences.shared.FieldErrors;
import io.amends.dashboard.preferences.shared.FieldTexts;
import io.amends.dashboard.preferences.shared.FieldView;
import io.amends.dashboard.preferences.shared.FieldView.Face;
import io.amends.dashboard.preferences.shared.FieldView.Input;
import io.amends.dashboard.preferences.shared.NamedEntries;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.shared.Proposals;
import io.amends.dashboard.studio.shared.Option;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the settings of a portal, out of what is stored as well as of what was sent. */
@ApplicationScoped
class SettingsPresenter {
    private static final int FREE_ROWS = 2;
    private static final int FREE_ADMINS = 3;

    private final NamedEntries named;
    private final DigestWords digests;
    private final FieldTexts texts;
    private final SettingsMessages messages;
    private final PreferencesMessages words;
    private final Formats formats;

    SettingsPresenter(
            NamedEntries named,
            DigestWords digests,
            FieldTexts texts,
            SettingsMessages messages,
            PreferencesMessages words,
            Formats formats) {
        this.named = named;
        this.digests = digests;
        this.texts = texts;
        this.messages = messages;
        this.words = words;
        this.formats = formats;
    }

    /**
     * The settings in their sections.
     *
     * @param meant the portal whose settings are said in words; empty where what was sent is none
     */
    List<Section> sections(String cpc, ObjectNode portal, Optional<Portal> meant, FieldErrors errors) {
        return List.of(
                section(
                        cpc,
                        portal,
                        errors,
                        messages.basics(),
                        null,
                        false,
                        PortalSetting.NAME,
                        PortalSetting.TIME_ZONE,
                        PortalSetting.LANGUAGE),
                section(
                        cpc,
                        portal,
                        errors,
                        messages.telling(),
                        meant.map(digests::next).orElse(null),
                        false,
                        PortalSetting.ALERT_TIME,
                        PortalSetting.SMS,
                        PortalSetting.WEEKEND_ALERTS,
                        PortalSetting.IMMEDIATE_ON_YES,
                        PortalSetting.QUIET_HOURS,
                        PortalSetting.IMMEDIATE_IN_QUIET_HOURS,
                        PortalSetting.LATE_DIGEST,
                        PortalSetting.LATE_DAYS,
                        PortalSetting.ADMINS),
                section(
                        cpc,
                        portal,
                        errors,
                        messages.rating(),
                        meant.map(this::unhappy).orElse(null),
                        true,
                        PortalSetting.OVERALL,
                        PortalSetting.THRESHOLD),
                section(
                        cpc,
                        portal,
                        errors,
                        messages.contacting(),
                        null,
                        false,
                        PortalSetting.LOW_UNANSWERED,
                        PortalSetting.HIGH_UNANSWERED),
                section(
                        cpc,
                        portal,
                        errors,
                        messages.surveys(),
                        meant.map(this::ticket).orElse(null),
                        false,
                        PortalSetting.SEGMENT_REQUIRED,
                        PortalSetting.TICKET_URL_PREFIX,
                        PortalSetting.DUPLICATE_WINDOW));
    }

    private Section section(
            String cpc,
            ObjectNode portal,
            FieldErrors errors,
            String title,
            @Nullable String now,
            boolean measures,
            PortalSetting... settings) {
        List<FieldView> fields = Stream.of(settings)
                .map(setting -> field(cpc, setting, portal, errors))
                .toList();
        return new Section(title, now, fields, measures ? table(portal, errors) : null);
    }

    /** A value as people read it. */
    String shown(String cpc, PortalSetting setting, ObjectNode portal) {
        String shown = setting == PortalSetting.MEASURES
                ? measures(portal)
                : field(cpc, setting, portal, texts.errors(EntryType.PORTAL, List.of()))
                        .shown();
        return shown.isEmpty() ? words.nothing() : shown;
    }

    String label(PortalSetting setting) {
        return texts.label(EntryType.PORTAL, setting.field());
    }

    private FieldView field(String cpc, PortalSetting setting, ObjectNode portal, FieldErrors errors) {
        JsonNode value = portal.at(setting.pointer());
        String written = FieldKind.text(value);
        return switch (setting) {
            case TIME_ZONE -> typed(setting, Input.LIST, Proposals.ZONES, written, errors);
            case LANGUAGE -> typed(setting, Input.LIST, Proposals.languages(formats.locale()), written, errors);
            case ALERT_TIME -> typed(setting, Input.TIME, List.of(), written, errors);
            case SMS, WEEKEND_ALERTS, IMMEDIATE_ON_YES, IMMEDIATE_IN_QUIET_HOURS, SEGMENT_REQUIRED ->
                ticked(setting, value.asBoolean(), errors);
            case LATE_DIGEST ->
                chosen(
                        setting,
                        written,
                        errors,
                        new Option(Portal.LateDigest.NEXT.name(), messages.lateNext(), false),
                        new Option(Portal.LateDigest.NEVER.name(), messages.lateNever(), false));
            case LOW_UNANSWERED ->
                chosen(
                        setting,
                        written,
                        errors,
                        new Option(Portal.ContactPolicy.LowUnanswered.ALLOWED.name(), messages.lowAllowed(), false),
                        new Option(
                                Portal.ContactPolicy.LowUnanswered.FORBIDDEN.name(), messages.lowForbidden(), false));
            case HIGH_UNANSWERED ->
                chosen(
                        setting,
                        written,
                        errors,
                        new Option(Portal.ContactPolicy.HighUnanswered.NONE.name(), messages.highNone(), false),
                        new Option(
                                Portal.ContactPolicy.HighUnanswered.OPPORTUNITY.name(),
                                messages.highOpportunity(),
                                false));
            case OVERALL -> typed(setting, Input.LIST, scores(portal), written, errors);
            case ADMINS -> admins(cpc, value, errors);
            case MEASURES -> throw new IllegalArgumentException("measures are a table");
            default -> typed(setting, Input.TEXT, List.of(), written, errors);
        };
    }

    private FieldView admins(String cpc, JsonNode value, FieldErrors errors) {
        List<String> codes = new ArrayList<>(FieldKind.written(value));
        IntStream.range(0, FREE_ADMINS).forEach(i -> codes.add(""));
        Face face = face(PortalSetting.ADMINS, Input.SELECT);
        return named.choice(
                new Face(face.name(), face.label(), face.hint(), face.input(), true),
                named.of(EntryType.CONTACT, cpc),
                codes,
                errors,
                words.none());
    }

    private Face face(PortalSetting setting, Input input) {
        String field = setting.field();
        return new Face(field, texts.label(EntryType.PORTAL, field), texts.hint(EntryType.PORTAL, field), input);
    }

    private FieldView typed(
            PortalSetting setting, Input input, List<Option> options, String written, FieldErrors errors) {
        return new FieldView(face(setting, input), List.of(written), options, errors.at(setting.field()), written);
    }

    private FieldView ticked(PortalSetting setting, boolean yes, FieldErrors errors) {
        return new FieldView(
                face(setting, Input.CHECK),
                List.of(yes ? FieldKind.YES : ""),
                List.of(),
                errors.at(setting.field()),
                yes ? words.yes() : words.no());
    }

    private FieldView chosen(PortalSetting setting, String written, FieldErrors errors, Option... options) {
        return FieldView.oneOf(face(setting, Input.SELECT), written, errors.at(setting.field()), options);
    }

    private List<Option> scores(ObjectNode portal) {
        return MeasureRows.of(portal.path(EntryShape.MEASURES)).stream()
                .filter(row -> !row.kind().equals("fcr"))
                .map(row -> new Option(row.name(), kind(row.kind()), false))
                .toList();
    }

    private MeasureTable table(ObjectNode portal, FieldErrors errors) {
        List<MeasureRow> rows = new ArrayList<>(MeasureRows.of(portal.path(EntryShape.MEASURES)));
        IntStream.range(0, FREE_ROWS).forEach(i -> rows.add(new MeasureRow("", "", "", "")));
        List<MeasureLine> lines = IntStream.range(0, rows.size())
                .mapToObj(i -> line(i + 1, rows.get(i)))
                .toList();
        return new MeasureTable(
                label(PortalSetting.MEASURES),
                String.valueOf(texts.hint(EntryType.PORTAL, EntryShape.MEASURES)),
                errors.at(EntryShape.MEASURES),
                lines,
                measures(portal));
    }

    private MeasureLine line(int number, MeasureRow row) {
        List<Option> kinds = new ArrayList<>();
        if (row.kind().isEmpty()) {
            kinds.add(new Option("", "", true));
        }
        for (Measure.Kind kind : Measure.Kind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            kinds.add(new Option(word, kind(kind), word.equals(row.kind())));
        }
        CellLabels labels = new CellLabels(
                messages.measureCell(number, messages.measure()),
                messages.measureCell(number, messages.kind()),
                messages.measureCell(number, messages.from()),
                messages.measureCell(number, messages.to()));
        return new MeasureLine(labels, row.name(), kinds, row.min(), row.max());
    }

    private String measures(ObjectNode portal) {
        return MeasureRows.of(portal.path(EntryShape.MEASURES)).stream()
                .map(row -> row.min().isEmpty() && row.max().isEmpty()
                        ? messages.measureYesNo(row.name())
                        : messages.measureScale(row.name(), kind(row.kind()), row.min(), row.max()))
                .collect(Collectors.joining("; "));
    }

    private String kind(Measure.Kind kind) {
        return switch (kind) {
            case STAR -> messages.kindStar();
            case CSAT -> messages.kindCsat();
            case NPS -> messages.kindNps();
            case CES -> messages.kindCes();
            case FCR -> messages.kindFcr();
            case SCALAR -> messages.kindScalar();
        };
    }

    /** The same of its word; a word that is none stays as it is. */
    private String kind(String word) {
        return Stream.of(Measure.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .map(this::kind)
                .orElse(word);
    }

    /** What the threshold of a portal means, on its scale or off it. */
    String unhappy(Portal portal) {
        Measure overall = portal.measures().get(portal.overall());
        BigDecimal min = overall == null ? null : overall.min();
        BigDecimal max = overall == null ? null : overall.max();
        return Thresholds.offScale(portal, portal).isEmpty() || min == null || max == null
                ? messages.unhappyNow(portal.overall(), score(formats, portal))
                : messages.offScale(portal.overall(), formats.number(min), formats.number(max));
    }

    /** The threshold on its scale. */
    static String score(Formats formats, Portal portal) {
        Measure overall = portal.measures().get(portal.overall());
        return formats.score(portal.serviceRecoveryThreshold(), overall == null ? null : overall.max());
    }

    private @Nullable String ticket(Portal portal) {
        String prefix = portal.ticketUrlPrefix();
        return prefix == null ? null : messages.ticketNow(prefix + "4711");
    }
}
