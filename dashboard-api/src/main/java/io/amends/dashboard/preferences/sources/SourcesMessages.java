package io.amends.dashboard.preferences.sources;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages of sources; English is the first language (C11). */
@MessageBundle(value = "sources", locale = "en")
public interface SourcesMessages {
    @Message("Sources")
    String sources();

    @Message("{#plural n}{#one}1 source sends webhooks.{#other}{n} sources send webhooks.{/plural}")
    String headline(long n);

    @Message("No source sends webhooks yet.")
    String none();

    @Message("A survey tool or a help desk sends each answer to an address of its own, signed with a secret.")
    String explained();

    @Message("Vendor")
    String vendor();

    @Message("Takes webhooks")
    String taking();

    @Message("Switched off")
    String switchedOff();

    @Message("How it is")
    String howItIs();

    @Message("Cannot be said just now")
    String notKnownNow();

    @Message("Silent since {at}")
    String silentShort(String at);

    @Message("Last heard {ago}")
    String lastHeard(String ago);

    @Message("{#plural n}{#one}1 of the last 100 deliveries was refused within a day.{#other}{number} of the last 100"
            + " deliveries were refused within a day.{/plural}")
    String refusedLately(long n, String number);

    @Message("Add a source")
    String add();

    @Message("Say who sends, and give the source a name and a code.")
    String addMissing();

    @Message("There is a source with this code already.")
    String taken();

    @Message("Saved.")
    String saved();

    @Message("The secrets are set.")
    String secretsSet();

    @Message("The secrets were not set:")
    String secretsRefused();

    @Message("Address and secrets")
    String addressAndSecrets();

    @Message("Webhooks go to")
    String goTo();

    @Message(
            "Webhooks taken at the door: {accepted}. Turned away there, for their signature: {refused}. Responses still to"
                    + " be fetched: {backlog}.")
    String counts(String accepted, String refused, String backlog);

    @Message("The last one came {at}.")
    String lastAt(String at);

    @Message("No webhook has come yet.")
    String nothingYet();

    @Message("No secret is set: nothing is taken.")
    String noSecret();

    @Message("A secret is set.")
    String secretSet();

    @Message("The former secret is good as well.")
    String formerToo();

    @Message("A secret for the vendor's API is set.")
    String apiSet();

    @Message("survey-ingest does not answer, so that address and deliveries cannot be shown now.")
    String away();

    @Message("Set the secrets")
    String setSecrets();

    @Message("What is set here is stored sealed and never shown. All three are set at once: leave out what there is"
            + " not.")
    String secretsHint();

    @Message("Signing secret")
    String current();

    @Message("Former signing secret")
    String previous();

    @Message("Secret of the vendor's API")
    String api();

    @Message("Mapping and sample")
    String mappingAndSample();

    @Message("The source")
    String entry();

    @Message("Name, vendor, defaults and mapping as JSON. A changed mapping gets the next version by itself.")
    String entryHint();

    @Message("A sample, as the vendor sends it")
    String sample();

    @Message("Of SurveyMonkey and Qualtrics it is the response as it is fetched.")
    String sampleHint();

    @Message("Try the sample")
    String trySample();

    @Message("What the vendor sent")
    String sent();

    @Message("The response that it makes")
    String response();

    @Message("Nothing was saved:")
    String nothingSaved();

    @Message("It cannot be shown by fields before this is mended:")
    String cannotShow();

    @Message("This cannot be tried:")
    String cannotTry();

    @Message("Switch it off")
    String switchOff();

    @Message("Switch it on")
    String switchOn();

    @Message("Delete")
    String delete();

    @Message("Switched off: what its vendor sends is not taken.")
    String isOff();

    @Message("Switch {name} off?")
    String askOff(String name);

    @Message("Switch {name} on?")
    String askOn(String name);

    @Message("Delete {name}?")
    String askDelete(String name);

    @Message("From then on nothing that its vendor sends is taken: the vendor is told that nobody is there, and some"
            + " vendors then switch their webhook off or send no more.")
    String offMeans();

    @Message(
            "Address, secrets and mapping stay, and so does every response that has come. It is not watched for silence"
                    + " while it is off.")
    String offKeeps();

    @Message("From then on webhooks that are signed with its secret are taken. What was sent meanwhile does not come by"
            + " itself: only the vendor can send it again.")
    String onMeans();

    @Message("No secret is set yet: until one is, nothing is taken all the same.")
    String onWithoutSecret();

    @Message(
            "From then on nothing that its vendor sends is taken. The mapping is gone, what is still to be fetched waits in"
                    + " vain, and what came cannot be read again.")
    String deleteMeans();

    @Message("Every response that has come stays. The source's secrets are deleted with it: a source that is added with"
            + " the same code has a new address and no secrets.")
    String deleteKeeps();

    @Message("To stop it for a while, switch it off.")
    String offInstead();

    @Message("Keep it as it is")
    String keep();

    @Message("Somebody has changed this source meanwhile. Look again.")
    String changedSince();

    @Message("It is switched off.")
    String nowOff();

    @Message("It is switched on.")
    String nowOn();

    @Message("{name} is deleted.")
    String deleted(String name);

    @Message("must be a JSON object")
    String notJson();

    @Message("Somebody else has changed this source. Look at theirs before you save yours again.")
    String changedMeanwhile();

    @Message("Rhythm")
    String rhythm();

    @Message("Silent since {at}, against its own rhythm. The portal's admins were told by mail.")
    String silent(String at);

    @Message(
            "{#plural n}{#one}Usually 1 event comes in a week.{#other}Usually {number} events come in a week.{/plural}")
    String usually(long n, String number);

    @Message("If nothing more comes, its silence is an alarm from {at} on.")
    String alarmAt(String at);

    @Message("Its rhythm is known once it has sent for two weeks, and in 30 minutes or more.")
    String rhythmUnknown();

    @Message("Day")
    String day();

    @Message("Usual events")
    String usualEvents();

    @Message("Busiest hour")
    String busiest();

    @Message("{from} to {to}")
    String hours(String from, String to);

    @Message("The last 100 deliveries")
    String deliveries();

    @Message("Nothing has been delivered yet. Send one from the vendor, or try a sample above.")
    String noDeliveries();

    @Message("When")
    String when();

    @Message("Outcome")
    String outcome();

    @Message("What came")
    String body();

    @Message("Accepted")
    String accepted();

    @Message("Came before")
    String repeated();

    @Message("Of no interest")
    String ignored();

    @Message("Opted out")
    String optedOut();

    @Message("Waits to be fetched")
    String waiting();

    @Message("Refused")
    String refused();

    @Message("Wrong signature")
    String unsigned();

    @Message("Could not be fetched")
    String failed();
}
