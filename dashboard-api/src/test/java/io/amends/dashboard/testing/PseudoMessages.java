package io.amends.dashboard.testing;

import io.amends.dashboard.audit.AuditMessages;
import io.amends.dashboard.imports.SurveyImportMessages;
import io.amends.dashboard.keys.KeysMessages;
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
import io.amends.messages.pseudo.PseudoText;
import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Singleton;

/** Takes the place of all message bundles, and says each of their sentences in the pseudo language. */
@Alternative
@Singleton
public class PseudoMessages {
    @Produces
    @Singleton
    LayoutMessages layout() {
        return pseudo(LayoutMessages.class);
    }

    @Produces
    @Singleton
    AuditMessages audit() {
        return pseudo(AuditMessages.class);
    }

    @Produces
    @Singleton
    KeysMessages keys() {
        return pseudo(KeysMessages.class);
    }

    @Produces
    @Singleton
    ConnectionMessages connection() {
        return pseudo(ConnectionMessages.class);
    }

    @Produces
    @Singleton
    SourcesMessages sources() {
        return pseudo(SourcesMessages.class);
    }

    @Produces
    @Singleton
    MappingMessages mapping() {
        return pseudo(MappingMessages.class);
    }

    @Produces
    @Singleton
    VendorMessages vendors() {
        return pseudo(VendorMessages.class);
    }

    @Produces
    @Singleton
    OptOutsMessages optouts() {
        return pseudo(OptOutsMessages.class);
    }

    @Produces
    @Singleton
    ReplayMessages replays() {
        return pseudo(ReplayMessages.class);
    }

    @Produces
    @Singleton
    PeopleMessages people() {
        return pseudo(PeopleMessages.class);
    }

    @Produces
    @Singleton
    PreferencesMessages preferences() {
        return pseudo(PreferencesMessages.class);
    }

    @Produces
    @Singleton
    PasswordMessages passwords() {
        return pseudo(PasswordMessages.class);
    }

    @Produces
    @Singleton
    EntriesMessages entries() {
        return pseudo(EntriesMessages.class);
    }

    @Produces
    @Singleton
    SettingsMessages settings() {
        return pseudo(SettingsMessages.class);
    }

    @Produces
    @Singleton
    BeginningMessages beginning() {
        return pseudo(BeginningMessages.class);
    }

    @Produces
    @Singleton
    ImportMessages transfer() {
        return pseudo(ImportMessages.class);
    }

    @Produces
    @Singleton
    ProposalsMessages proposals() {
        return pseudo(ProposalsMessages.class);
    }

    @Produces
    @Singleton
    QuarantineMessages quarantine() {
        return pseudo(QuarantineMessages.class);
    }

    @Produces
    @Singleton
    ReassignMessages reassign() {
        return pseudo(ReassignMessages.class);
    }

    @Produces
    @Singleton
    RecoveryMessages recovery() {
        return pseudo(RecoveryMessages.class);
    }

    @Produces
    @Singleton
    ResponsesMessages responses() {
        return pseudo(ResponsesMessages.class);
    }

    @Produces
    @Singleton
    SignInMessages signIn() {
        return pseudo(SignInMessages.class);
    }

    @Produces
    @Singleton
    OidcMessages oidc() {
        return pseudo(OidcMessages.class);
    }

    @Produces
    @Singleton
    RulesMessages rules() {
        return pseudo(RulesMessages.class);
    }

    @Produces
    @Singleton
    BuilderMessages builder() {
        return pseudo(BuilderMessages.class);
    }

    @Produces
    @Singleton
    CompareMessages compare() {
        return pseudo(CompareMessages.class);
    }

    @Produces
    @Singleton
    JsonMessages json() {
        return pseudo(JsonMessages.class);
    }

    @Produces
    @Singleton
    VersionsMessages versions() {
        return pseudo(VersionsMessages.class);
    }

    @Produces
    @Singleton
    PublishMessages publish() {
        return pseudo(PublishMessages.class);
    }

    @Produces
    @Singleton
    BacktestPageMessages backtests() {
        return pseudo(BacktestPageMessages.class);
    }

    @Produces
    @Singleton
    RequestsMessages requests() {
        return pseudo(RequestsMessages.class);
    }

    @Produces
    @Singleton
    WhyMessages why() {
        return pseudo(WhyMessages.class);
    }

    @Produces
    @Singleton
    ClauseMessages clause() {
        return pseudo(ClauseMessages.class);
    }

    @Produces
    @Singleton
    SurveyImportMessages imports() {
        return pseudo(SurveyImportMessages.class);
    }

    @Produces
    @Singleton
    StudioMessages studio() {
        return pseudo(StudioMessages.class);
    }

    private static <T> T pseudo(Class<T> bundle) {
        return CDI.current()
                .select(bundle, Localized.Literal.of(PseudoText.TAG))
                .get();
    }
}
