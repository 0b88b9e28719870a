package io.amends.dashboard.studio.publish;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page that publishes; English is the first language (C11). */
@MessageBundle(value = "publish", locale = "en")
public interface PublishMessages {
    @Message("Somebody else has changed the draft since this page was made. Nothing was published. "
            + "Read what it changes now, then publish, or ask them first.")
    String stalePublish();

    @Message("{#plural count}{#one}Publish 1 change as version {version}?{#other}Publish {count} changes as"
            + " version {version}?{/plural}")
    String publishAsk(int count, long version);

    @Message("There is nothing to publish: the draft says what is published already.")
    String nothingToPublish();

    @Message("Say why, in a few words. Your reason is kept with the version.")
    String reasonMissing();

    @Message("Please confirm that this many is what you want.")
    String confirmMissing();

    @Message("In use within seconds. What was decided before stays as it was decided. "
            + "You can go back to any version.")
    String publishMeans();

    @Message("The draft has changed since its last backtest.")
    String testedEarlier();

    @Message("This draft has not been backtested.")
    String notTested();

    @Message("Publish")
    String publish();

    @Message("Nothing was published yet.")
    String notYet();

    @Message("Forecast")
    String forecast();

    @Message("How much it would flag")
    String howMuch();

    @Message("Unusually much")
    String unusuallyMuch();

    @Message("Yes, this many is what we want")
    String confirm();

    @Message("Backtest it")
    String backtestIt();

    @Message("to see which customers these are.")
    String backtestShows();

    @Message("See the backtest")
    String seeBacktest();

    @Message("Changes")
    String changes();

    @Message("What changes")
    String whatChanges();

    @Message("Side by side")
    String sideBySide();

    @Message("For example: more phone complaints from VIPs since the move")
    String reasonExample();

    @Message("Your unsaved reason from {ago} is back.")
    String unsavedIsBack(String ago);
}
