package io.amends.rules.backtest;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of backtests and forecasts (B7); English is the first language (C11). */
@MessageBundle(value = "backtest", locale = "en")
public interface BacktestMessages {
    @Message(
            "The preferences behind {decisions} of the decisions are not known any more. Where the contact question was"
                    + " left blank, today's preferences were used for them.")
    String policiesGuessed(long decisions);

    @Message(
            "{#plural records}{#one}1 record of the log could not be read, and is left out.{#other}{records} records of the"
                    + " log could not be read, and are left out.{/plural}")
    String recordsUnreadable(long records);

    @Message("It was counted over all support groups together. Run it again to see what it finds in yours.")
    String notByGroup();

    @Message("Kafka did not answer for too long. Ask for the backtest again when it is back.")
    String kafkaAway();

    @Message("The portal is no longer in the directory.")
    String portalGone();

    @Message("It was started three times and never finished.")
    String neverFinished();

    @Message("It stopped with an error; the service's log says which.")
    String stoppedWithError();

    @Message("Nothing was decided in the last {days} days, so there is nothing to compare this draft with.")
    String nothingDecided(int days);

    @Message(
            "Of the newest {judged} responses of the last {days} days this draft would flag {after}; {before} were flagged.")
    String wouldFlag(int days, long judged, long after, long before);

    @Message(
            "This draft would flag {after} of the newest {judged} responses of the last {days} days; {before} were flagged."
                    + " That is more than {multiple} times as many.")
    String wouldFlagFarMore(int days, long judged, long after, long before, String multiple);
}
