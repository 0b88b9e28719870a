package io.amends.dashboard.audit;

import io.amends.contracts.AuditAction;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what was done. */
@ApplicationScoped
class ActionWords {
    private final AuditMessages messages;

    ActionWords(AuditMessages messages) {
        this.messages = messages;
    }

    /** The kind of change in words; a word that this version does not know stays as it is. */
    String of(String word) {
        return AuditAction.named(word).map(this::of).orElse(word);
    }

    String of(AuditAction what) {
        return switch (what) {
            case ENTRY_CREATED -> messages.entryCreated();
            case ENTRY_CHANGED -> messages.entryChanged();
            case ENTRY_DELETED -> messages.entryDeleted();
            case RULES_DRAFT_SAVED -> messages.rulesDraftSaved();
            case RULES_PUBLISHED -> messages.rulesPublished();
            case RULES_ROLLED_BACK -> messages.rulesRolledBack();
            case BACKTEST_STARTED -> messages.backtestStarted();
            case BACKTEST_CANCELLED -> messages.backtestCancelled();
            case RESPONSE_REPAIRED -> messages.responseRepaired();
            case RESPONSE_REASSIGNED -> messages.responseReassigned();
            case REASSIGN_PROPOSED -> messages.reassignProposed();
            case REASSIGN_PROPOSAL_ACCEPTED -> messages.reassignProposalAccepted();
            case REASSIGN_PROPOSAL_REFUSED -> messages.reassignProposalRefused();
            case REQUEST_FILED -> messages.requestFiled();
            case CUSTOMER_OPTED_OUT -> messages.customerOptedOut();
            case CUSTOMER_OPTED_IN -> messages.customerOptedIn();
            case SURVEYS_IMPORTED -> messages.surveysImported();
            case IMPORT_PRESET_SAVED -> messages.importPresetSaved();
            case IMPORT_PRESET_DELETED -> messages.importPresetDeleted();
            case IMPORT_CANCELLED -> messages.importCancelled();
            case IMPORT_FILE_DELETED -> messages.importFileDeleted();
            case CASE_OPENED -> messages.caseOpened();
            case CASE_CLOSED -> messages.caseClosed();
            case CASE_TAGGED -> messages.caseTagged();
            case CASE_UNTAGGED -> messages.caseUntagged();
            case CASE_HANDED_OVER -> messages.caseHandedOver();
            case CASE_STEP_PROPOSED -> messages.caseStepProposed();
            case CASE_PROPOSAL_ACCEPTED -> messages.caseProposalAccepted();
            case CASE_PROPOSAL_REFUSED -> messages.caseProposalRefused();
            case NOTE_WRITTEN -> messages.noteWritten();
            case NOTE_CORRECTED -> messages.noteCorrected();
            case NOTE_IMPORTED -> messages.noteImported();
            case DIGESTS_RUN -> messages.digestsRun();
            case DELIVERY_RESENT -> messages.deliveryResent();
            case SIGNED_IN -> messages.signedIn();
            case SIGNED_OUT -> messages.signedOut();
            case SIGN_IN_FAILED -> messages.signInFailed();
            case ACCESS_REFUSED -> messages.accessRefused();
            case KEY_CREATED -> messages.keyCreated();
            case KEY_ROTATED -> messages.keyRotated();
            case KEY_REVOKED -> messages.keyRevoked();
            case SOURCE_SECRETS_SET -> messages.sourceSecretsSet();
            case CHANNEL_SECRETS_SET -> messages.channelSecretsSet();
            case CHANNEL_TESTED -> messages.channelTested();
            case SOURCE_REPLAYED -> messages.sourceReplayed();
            case PERSON_ADDED -> messages.personAdded();
            case PERSON_CHANGED -> messages.personChanged();
            case PERSON_REMOVED -> messages.personRemoved();
            case PERSON_INVITED -> messages.personInvited();
            case PASSWORD_SET -> messages.passwordSet();
            case PERSON_PROVISIONED -> messages.personProvisioned();
            case IDENTITY_LINKED -> messages.identityLinked();
            case IDENTITY_UNLINKED -> messages.identityUnlinked();
            case ROLES_CLAIMED -> messages.rolesClaimed();
        };
    }
}
