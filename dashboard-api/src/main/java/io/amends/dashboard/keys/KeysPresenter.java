package io.amends.dashboard.keys;

import io.amends.contracts.access.Scope;
import io.amends.contracts.directory.Portal;
import io.amends.dashboard.keys.KeyChanges.KeyChange;
import io.amends.dashboard.keys.KeysView.KeyLine;
import io.amends.dashboard.keys.KeysView.MakingForm;
import io.amends.dashboard.keys.KeysView.ScopeChoice;
import io.amends.dashboard.keys.core.NewKey;
import io.amends.dashboard.keys.core.NewKey.KeyFault;
import io.amends.dashboard.layout.Formats;
import io.amends.dashboard.studio.client.AuthorNames;
import io.amends.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the view of a portal's API keys. */
@ApplicationScoped
class KeysPresenter {
    private final KeyDesk desk;
    private final KeysMessages messages;
    private final Formats formats;
    private final AuthorNames authors;
    private final Clock clock;

    KeysPresenter(KeyDesk desk, KeysMessages messages, Formats formats, AuthorNames authors, Clock clock) {
        this.desk = desk;
        this.messages = messages;
        this.formats = formats;
        this.authors = authors;
        this.clock = clock;
    }

    /** What was done just now, and the secret that came of it. */
    record News(@Nullable String done, @Nullable String refused, @Nullable String secret) {
        static final News NONE = new News(null, null, null);

        static News done(String words, @Nullable String secret) {
            return new News(words, null, secret);
        }

        static News refused(String words) {
            return new News(null, words, null);
        }
    }

    KeysView view(String cpc, Portal portal, News news, MakingForm form) {
        List<ListedKey> keys = desk.all(cpc);
        return new KeysView(
                keys.isEmpty() ? messages.none() : messages.headline(keys.size()),
                formats.zone(portal.timeZone()),
                news.done(),
                news.refused(),
                news.secret(),
                keys.stream().map(key -> line(cpc, portal, key)).toList(),
                keys.isEmpty() ? form.opened() : form);
    }

    /** The form as it is shown first, nothing ticked. */
    MakingForm empty() {
        return new MakingForm("", null, choices(Set.of()), null, "", null, false);
    }

    /** The form as it was sent, with what is wrong with it. */
    MakingForm again(KeysForm sent, Set<KeyFault> faults, boolean nameTaken) {
        return new MakingForm(
                sent.name == null ? "" : sent.name,
                nameTaken ? messages.nameTaken() : nameError(faults),
                choices(sent.scopes()),
                faults.contains(KeyFault.SCOPES_MISSING) ? messages.scopesMissing() : null,
                sent.lastDayTyped(),
                dayError(sent, faults),
                true);
    }

    /** Why a key was not changed. */
    String why(KeyChange.Refused refused) {
        return switch (refused.why()) {
            case NAME_TAKEN -> messages.nameTaken();
            case TOO_MANY_KEYS -> messages.tooManyKeys(KeyChanges.MOST_KEYS);
            case UNKNOWN -> messages.unknown();
            case EXPIRED -> messages.keyExpired();
            case TOO_MANY_SECRETS -> messages.tooManySecrets(KeyChanges.MOST_SECRETS);
            case BEYOND_THE_ASKER ->
                messages.beyondYou(refused.lacking().stream().map(this::means).collect(Collectors.joining(", ")));
            case NO_PORTAL -> throw Problem.notFound(messages.unknown());
        };
    }

    private @Nullable String nameError(Set<KeyFault> faults) {
        if (faults.contains(KeyFault.NAME_MISSING)) {
            return messages.nameMissing();
        }
        return faults.contains(KeyFault.NAME_UNFIT) ? messages.nameUnfit(NewKey.LONGEST_NAME) : null;
    }

    private @Nullable String dayError(KeysForm sent, Set<KeyFault> faults) {
        if (!sent.lastDayReadable()) {
            return messages.noDay();
        }
        return faults.contains(KeyFault.ALREADY_OVER) ? messages.dayOver() : null;
    }

    private KeyLine line(String cpc, Portal portal, ListedKey key) {
        Instant end = key.expiresAt();
        boolean over = end != null && !end.isAfter(clock.instant());
        Instant used = key.lastUsedAt();
        Instant former = key.formerSecretUntil();
        return new KeyLine(
                key.name(),
                key.scopes().stream().map(Scope::word).toList(),
                messages.madeBy(at(key.madeAt(), portal), authors.name(key.madeBy())),
                end == null ? messages.noEnd() : over ? messages.expired(at(end, portal)) : at(end, portal),
                over,
                used == null ? messages.notUsed() : at(used, portal),
                former == null ? null : messages.formerUntil(at(former, portal)),
                "/portals/" + cpc + "/keys/" + key.keyId());
    }

    private String at(Instant moment, Portal portal) {
        return formats.at(moment, portal.timeZone());
    }

    private List<ScopeChoice> choices(Set<Scope> ticked) {
        return Stream.of(Scope.values())
                .map(scope -> new ScopeChoice(scope.word(), means(scope), ticked.contains(scope)))
                .toList();
    }

    private String means(Scope scope) {
        return switch (scope) {
            case SURVEYS_WRITE -> messages.surveysWrite();
            case SURVEYS_READ -> messages.surveysRead();
            case QUARANTINE_WRITE -> messages.quarantineWrite();
            case REQUESTS_WRITE -> messages.requestsWrite();
            case RESPONSES_READ -> messages.responsesRead();
            case REPORTS_READ -> messages.reportsRead();
            case CASES_READ -> messages.casesRead();
            case CASES_WRITE -> messages.casesWrite();
            case NOTES_WRITE -> messages.notesWrite();
            case NOTES_IMPORT -> messages.notesImport();
            case TEMPLATES_WRITE -> messages.templatesWrite();
            case DIRECTORY_READ -> messages.directoryRead();
            case DIRECTORY_WRITE -> messages.directoryWrite();
            case PEOPLE_WRITE -> messages.peopleWrite();
            case KEYS_WRITE -> messages.keysWrite();
            case SECRETS_WRITE -> messages.secretsWrite();
            case RULES_READ -> messages.rulesRead();
            case RULES_WRITE -> messages.rulesWrite();
            case DIGESTS_RUN -> messages.digestsRun();
            case DELIVERIES_READ -> messages.deliveriesRead();
            case DELIVERIES_WRITE -> messages.deliveriesWrite();
            case AUDIT_READ -> messages.auditRead();
            case OPS -> messages.ops();
        };
    }
}
