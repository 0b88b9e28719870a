package io.amends.dashboard.keys;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page of API keys; English is the first language (C11). */
@MessageBundle(value = "keys", locale = "en")
public interface KeysMessages {
    @Message("API keys")
    String keys();

    @Message("{#plural n}{#one}1 API key{#other}{n} API keys{/plural} of this portal.")
    String headline(long n);

    @Message("No API key has been made for this portal.")
    String none();

    @Message("A program that calls Amends shows a key. Give it only what it needs: a CRM that sends surveys needs one"
            + " scope.")
    String explained();

    @Message("Keys in the configuration of the services are not listed here: they have every scope.")
    String configuredKeys();

    @Message("Key")
    String key();

    @Message("Scopes")
    String scopes();

    @Message("Good until")
    String goodUntil();

    @Message("Last used")
    String lastUsed();

    @Message("Change a key")
    String changing();

    @Message("Made {at} by {author}")
    String madeBy(String at, String author);

    @Message("No end")
    String noEnd();

    @Message("Expired {at}")
    String expired(String at);

    @Message("Not used yet")
    String notUsed();

    @Message("The former secret is good until {at}.")
    String formerUntil(String at);

    @Message("Times are in {zone}; a use is shown within a minute.")
    String usesIn(String zone);

    @Message("Rotate…")
    String rotate();

    @Message("Rotate {name}")
    String rotateOf(String name);

    @Message(
            "{name} gets a new secret. The one that it has now stays good for 24 hours, so that there is time to change"
                    + " it where it is used.")
    String rotateMeans(String name);

    @Message("Make a new secret")
    String rotateNow();

    @Message("Revoke…")
    String revoke();

    @Message("Revoke {name}")
    String revokeOf(String name);

    @Message("Whoever uses {name} is refused from now on. This cannot be taken back.")
    String revokeMeans(String name);

    @Message("Revoke the key")
    String revokeNow();

    @Message("Make a key")
    String make();

    @Message("Name")
    String name();

    @Message("It is written beside what the key does, such as “CRM of the support desk”.")
    String nameHint();

    @Message("What it may do")
    String mayDo();

    @Message("Last day (left empty: no end)")
    String lastDay();

    @Message("{name} is made. This is its secret, which is shown only now: copy it to where it is used.")
    String made(String name);

    @Message("The key has a new secret, which is shown only now. The former one is good for 24 hours more.")
    String rotated();

    @Message("{name} is revoked. Every service refuses it within two seconds.")
    String revoked(String name);

    @Message("The secret")
    String secret();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("Nothing was done.")
    String nothingDone();

    @Message("Please look at what is marked.")
    String lookAtMarked();

    @Message("Give the key a name.")
    String nameMissing();

    @Message("A name has at most {most} characters, all of which can be seen, and no colon.")
    String nameUnfit(int most);

    @Message("Another key has that name.")
    String nameTaken();

    @Message("Tick at least one.")
    String scopesMissing();

    @Message("Choose today or a later day.")
    String dayOver();

    @Message("That is no date.")
    String noDay();

    @Message("A portal has at most {most} keys. Revoke one first.")
    String tooManyKeys(int most);

    @Message("This key is not there any more.")
    String unknown();

    @Message("This key has expired, and so would a new secret. Make a new key.")
    String keyExpired();

    @Message("This key has {most} secrets that are good. Wait until one ends, or revoke the key.")
    String tooManySecrets(int most);

    @Message("You cannot give a key more than you may do yourself: {scopes}.")
    String beyondYou(String scopes);

    @Message("Send surveys")
    String surveysWrite();

    @Message("See how surveys stand: recorded, in quarantine, replaced")
    String surveysRead();

    @Message("Repair surveys in quarantine, and reassign responses")
    String quarantineWrite();

    @Message("File recovery requests")
    String requestsWrite();

    @Message("Read responses, why each was flagged, and the live stream")
    String responsesRead();

    @Message("Read reports")
    String reportsRead();

    @Message("Read cases and notes")
    String casesRead();

    @Message("Open, tag and close cases")
    String casesWrite();

    @Message("Write notes")
    String notesWrite();

    @Message("Import notes with the time at which they were written")
    String notesImport();

    @Message("Change templates of messages")
    String templatesWrite();

    @Message("Read portals, groups, contacts, segments, regions and calendars")
    String directoryRead();

    @Message("Change portals, groups, contacts, segments, regions and calendars")
    String directoryWrite();

    @Message("Change people, and give them roles that may do no more than the key itself")
    String peopleWrite();

    @Message("Make, rotate and revoke API keys")
    String keysWrite();

    @Message("Set secrets of sources and channels")
    String secretsWrite();

    @Message("Read rules, backtests and evaluations")
    String rulesRead();

    @Message("Change and publish rules, and run backtests")
    String rulesWrite();

    @Message("Run a digest by hand")
    String digestsRun();

    @Message("Read digests and deliveries")
    String deliveriesRead();

    @Message("Send deliveries again")
    String deliveriesWrite();

    @Message("Read the audit log")
    String auditRead();

    @Message("Operate the installation")
    String ops();
}
