package io.amends.dashboard.sentences;

import io.amends.dashboard.audit.AuditMessages;
import io.amends.dashboard.deliveries.DeliveriesMessages;
import io.amends.dashboard.imports.SurveyImportMessages;
import io.amends.dashboard.keys.KeysMessages;
import io.amends.dashboard.language.LanguageMessages;
import io.amends.dashboard.language.PageLanguage;
import io.amends.dashboard.layout.LayoutMessages;
import io.amends.dashboard.optouts.OptOutsMessages;
import io.amends.dashboard.passwords.PasswordMessages;
import io.amends.dashboard.people.PeopleMessages;
import io.amends.dashboard.preferences.beginning.BeginningMessages;
import io.amends.dashboard.preferences.connection.ConnectionMessages;
import io.amends.dashboard.preferences.entries.EntriesMessages;
import io.amends.dashboard.preferences.portal.SettingsMessages;
import io.amends.dashboard.preferences.shared.PreferencesMessages;
import io.amends.dashboard.preferences.sources.MappingMessages;
import io.amends.dashboard.preferences.sources.ReplayMessages;
import io.amends.dashboard.preferences.sources.SourcesMessages;
import io.amends.dashboard.preferences.sources.VendorMessages;
import io.amends.dashboard.preferences.transfer.ImportMessages;
import io.amends.dashboard.proposals.ProposalsMessages;
import io.amends.dashboard.quarantine.QuarantineMessages;
import io.amends.dashboard.reassign.ReassignMessages;
import io.amends.dashboard.recovery.RecoveryMessages;
import io.amends.dashboard.requests.RequestsMessages;
import io.amends.dashboard.responses.ResponsesMessages;
import io.amends.dashboard.signin.SignInMessages;
import io.amends.dashboard.signin.oidc.OidcMessages;
import io.amends.dashboard.studio.backtests.BacktestPageMessages;
import io.amends.dashboard.studio.builder.BuilderMessages;
import io.amends.dashboard.studio.compare.CompareMessages;
import io.amends.dashboard.studio.json.JsonMessages;
import io.amends.dashboard.studio.publish.PublishMessages;
import io.amends.dashboard.studio.rules.RulesMessages;
import io.amends.dashboard.studio.shared.ClauseMessages;
import io.amends.dashboard.studio.shared.StudioMessages;
import io.amends.dashboard.studio.versions.VersionsMessages;
import io.amends.dashboard.studio.why.WhyMessages;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Resolver;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes the place of all message bundles, and says each of their sentences in the language of the page that is asked for
 * (C11), for whoever injects a bundle and for templates alike.
 */
@Alternative
@Priority(1)
@Singleton
public class SpokenMessages {
    private final PageLanguage language;

    SpokenMessages(PageLanguage language) {
        this.language = language;
    }

    /** REST tells templates what the browser accepts as their locale, which is not the language of all who chose another. */
    static void askHere(@Observes EngineBuilder templates, PageLanguage language) {
        templates.addTemplateInstanceInitializer(
                template -> template.setAttribute(TemplateInstance.LOCALE, language.tag()));
    }

    @Produces
    @Singleton
    @Unremovable
    LayoutMessages layout() {
        return spoken(LayoutMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    LanguageMessages languages() {
        return spoken(LanguageMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    AuditMessages audit() {
        return spoken(AuditMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    DeliveriesMessages deliveries() {
        return spoken(DeliveriesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    KeysMessages keys() {
        return spoken(KeysMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ConnectionMessages connection() {
        return spoken(ConnectionMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    SourcesMessages sources() {
        return spoken(SourcesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    MappingMessages mapping() {
        return spoken(MappingMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    VendorMessages vendors() {
        return spoken(VendorMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    OptOutsMessages optouts() {
        return spoken(OptOutsMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ReplayMessages replays() {
        return spoken(ReplayMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    PeopleMessages people() {
        return spoken(PeopleMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    PreferencesMessages preferences() {
        return spoken(PreferencesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    PasswordMessages passwords() {
        return spoken(PasswordMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    EntriesMessages entries() {
        return spoken(EntriesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    SettingsMessages settings() {
        return spoken(SettingsMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    BeginningMessages beginning() {
        return spoken(BeginningMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ImportMessages transfer() {
        return spoken(ImportMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ProposalsMessages proposals() {
        return spoken(ProposalsMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    QuarantineMessages quarantine() {
        return spoken(QuarantineMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ReassignMessages reassign() {
        return spoken(ReassignMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    RecoveryMessages recovery() {
        return spoken(RecoveryMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ResponsesMessages responses() {
        return spoken(ResponsesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    SignInMessages signIn() {
        return spoken(SignInMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    OidcMessages oidc() {
        return spoken(OidcMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    RulesMessages rules() {
        return spoken(RulesMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    BuilderMessages builder() {
        return spoken(BuilderMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    CompareMessages compare() {
        return spoken(CompareMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    JsonMessages json() {
        return spoken(JsonMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    VersionsMessages versions() {
        return spoken(VersionsMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    PublishMessages publish() {
        return spoken(PublishMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    BacktestPageMessages backtests() {
        return spoken(BacktestPageMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    RequestsMessages requests() {
        return spoken(RequestsMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    WhyMessages why() {
        return spoken(WhyMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    ClauseMessages clause() {
        return spoken(ClauseMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    SurveyImportMessages imports() {
        return spoken(SurveyImportMessages.class);
    }

    @Produces
    @Singleton
    @Unremovable
    StudioMessages studio() {
        return spoken(StudioMessages.class);
    }

    private <T> T spoken(Class<T> bundle) {
        Map<String, T> spoken = new ConcurrentHashMap<>();
        InvocationHandler handler = (proxy, method, arguments) -> {
            T sentences = spoken.computeIfAbsent(language.tag(), tag -> in(tag, bundle));
            try {
                return method.invoke(sentences, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNullElse(e.getCause(), e);
            }
        };
        // A template asks a bundle as a resolver.
        return bundle.cast(
                Proxy.newProxyInstance(bundle.getClassLoader(), new Class<?>[] {bundle, Resolver.class}, handler));
    }

    private static <T> T in(String tag, Class<T> bundle) {
        return CDI.current().select(bundle, Localized.Literal.of(tag)).get();
    }
}
