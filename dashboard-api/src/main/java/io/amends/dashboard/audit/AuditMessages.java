package io.amends.dashboard.audit;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the audit log's page; English is the first language (C11). */
@MessageBundle(value = "audit", locale = "en")
public interface AuditMessages {
    @Message("Audit log")
    String title();

    @Message("What people and keys have changed. Nobody can change or delete an entry.")
    String explain();

    @Message("{#plural n}{#one}1 entry{#other}{count} entries{/plural}")
    String entries(long n, String count);

    @Message("When ({zone})")
    String when(String zone);

    @Message("Who")
    String who();

    @Message("What")
    String what();

    @Message("Change")
    String change();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Words")
    String words();

    @Message("All changes")
    String allChanges();

    @Message("Filters")
    String filters();

    @Message("Show")
    String show();

    @Message("CSV")
    String csv();

    @Message("Clear filters")
    String clear();

    @Message("Pages of the audit log")
    String pages();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("Nothing matches")
    String nothingMatches();

    @Message("Nothing has been changed yet")
    String nothingYet();

    @Message("This cannot be shown as it was asked for.")
    String cannotBeShown();

    @Message("The first day is not a date.")
    String fromNoDate();

    @Message("The last day is not a date.")
    String toNoDate();

    @Message("The last day is before the first.")
    String toBeforeFrom();

    @Message("A search has at most 200 characters.")
    String searchTooLong();

    @Message("There is no such kind of change.")
    String unknownWhat();

    @Message("not shown")
    String hidden();

    @Message("nothing")
    String nothing();

    @Message("{#plural n}{#one}once within a minute{#other}{count} times within a minute{/plural}")
    String times(long n, String count);

    @Message("nobody known")
    String nobody();

    @Message("signed in")
    String byPerson();

    @Message("signed in, by the key {key}")
    String byPersonWithKey(String key);

    @Message("API key")
    String byKey();

    @Message("report link")
    String byLink();

    @Message("report link, by the key {key}")
    String byLinkWithKey(String key);

    @Message("program, through Kafka")
    String bySystem();

    @Message("Created an entry of the directory")
    String entryCreated();

    @Message("Changed an entry of the directory")
    String entryChanged();

    @Message("Deleted an entry of the directory")
    String entryDeleted();

    @Message("Saved the draft of the rules")
    String rulesDraftSaved();

    @Message("Published rules")
    String rulesPublished();

    @Message("Went back to an older version of the rules")
    String rulesRolledBack();

    @Message("Started a backtest")
    String backtestStarted();

    @Message("Cancelled a backtest")
    String backtestCancelled();

    @Message("Repaired a response")
    String responseRepaired();

    @Message("Reassigned a response")
    String responseReassigned();

    @Message("Proposed another group for responses")
    String reassignProposed();

    @Message("Accepted another group that was proposed for responses")
    String reassignProposalAccepted();

    @Message("Refused another group that was proposed for responses")
    String reassignProposalRefused();

    @Message("Request filed")
    String requestFiled();

    @Message("Customer opted out of surveys")
    String customerOptedOut();

    @Message("Customer opted in to surveys again")
    String customerOptedIn();

    @Message("Imported a file of surveys")
    String surveysImported();

    @Message("Saved what the columns of files mean")
    String importPresetSaved();

    @Message("Deleted what the columns of files mean")
    String importPresetDeleted();

    @Message("Cancelled the import of a file of surveys")
    String importCancelled();

    @Message("Deleted a file of surveys that was not imported yet")
    String importFileDeleted();

    @Message("Opened a case")
    String caseOpened();

    @Message("Closed a case")
    String caseClosed();

    @Message("Added a tag to a case")
    String caseTagged();

    @Message("Took a tag off a case")
    String caseUntagged();

    @Message("Handed a case over")
    String caseHandedOver();

    @Message("Proposed what to do with a case")
    String caseStepProposed();

    @Message("Accepted what was proposed for a case")
    String caseProposalAccepted();

    @Message("Refused what was proposed for a case")
    String caseProposalRefused();

    @Message("Wrote a note")
    String noteWritten();

    @Message("Corrected a note")
    String noteCorrected();

    @Message("Imported a note")
    String noteImported();

    @Message("Had the digests built")
    String digestsRun();

    @Message("Sent a delivery again")
    String deliveryResent();

    @Message("Signed in")
    String signedIn();

    @Message("Signed out")
    String signedOut();

    @Message("Could not sign in")
    String signInFailed();

    @Message("Was refused")
    String accessRefused();

    @Message("Made an API key")
    String keyCreated();

    @Message("Rotated an API key")
    String keyRotated();

    @Message("Revoked an API key")
    String keyRevoked();

    @Message("Set the secrets of a source")
    String sourceSecretsSet();

    @Message("Set the secrets of a channel")
    String channelSecretsSet();

    @Message("Posted a sample to a channel")
    String channelTested();

    @Message("Replayed a source")
    String sourceReplayed();

    @Message("Added a person")
    String personAdded();

    @Message("Changed a person")
    String personChanged();

    @Message("Removed a person")
    String personRemoved();

    @Message("Invited a person to set a password")
    String personInvited();

    @Message("Set a password of their own")
    String passwordSet();

    @Message("Became a person by signing in")
    String personProvisioned();

    @Message("Linked a person with their sign-in")
    String identityLinked();

    @Message("Unlinked a person from their sign-in")
    String identityUnlinked();

    @Message("Changed roles by their sign-in")
    String rolesClaimed();
}
