package io.amends.dashboard.studio.backtests;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the backtests; English is the first language (C11). */
@MessageBundle(value = "backtests", locale = "en")
public interface BacktestPageMessages {
    @Message("Waiting for its turn.")
    String backtestQueued();

    @Message("Judging the responses of these days…")
    String backtestRunning();

    @Message("This backtest was cancelled.")
    String backtestCancelled();

    @Message("This backtest could not be finished.")
    String backtestFailed();

    @Message("No response was received in these days.")
    String backtestEmpty();

    @Message("Nobody more and nobody fewer would be contacted; {#plural kept}{#one}1 customer"
            + " stays{#other}{kept} customers stay{/plural}.")
    String backtestSame(long kept);

    @Message("{#plural gained}{#one}1 more customer{#other}{gained} more customers{/plural} would be contacted,"
            + " nobody fewer; {kept} stay.")
    String backtestMore(long gained, long kept);

    @Message("{#plural lost}{#one}1 customer{#other}{lost} customers{/plural} fewer would be contacted, nobody"
            + " more; {kept} stay.")
    String backtestFewer(long lost, long kept);

    @Message("{#plural gained}{#one}1 more customer{#other}{gained} more customers{/plural} would be contacted,"
            + " {lost} fewer; {kept} stay.")
    String backtestBoth(long gained, long lost, long kept);

    @Message("{rules}, {from} to {to}{#if author}, asked for by {author}{/if}")
    String backtestAbout(String rules, String from, String to, String author);

    @Message("Queued")
    String stateQueued();

    @Message("Running")
    String stateRunning();

    @Message("Done")
    String stateDone();

    @Message("Cancelled")
    String stateCancelled();

    @Message("Failed")
    String stateFailed();

    @Message("It begins as soon as there is room.")
    String nextInLine();

    @Message("{#plural before}{#one}1 backtest is{#other}{before} backtests are{/plural} before it.")
    String inLine(int before);

    @Message("{percent}% is done; {read} records are read.")
    String readSoFar(int percent, String read);

    @Message("Records before {date} are no longer kept, so the backtest begins there.")
    String heldFrom(String date);

    @Message("{count} responses were judged again. Nobody was contacted.")
    String judged(String count);

    @Message("All groups")
    String allGroups();

    @Message("{group} would be over its cap of {cap} a day on {#plural after}{#one}1 day{#other}{after}"
            + " days{/plural}; until now it was on {before}.")
    String overCap(String group, int cap, long after, long before);

    @Message("same")
    String same();

    @Message("{#plural count}{#one}1 gained{#other}{count} gained{/plural}")
    String gained(long count);

    @Message("{#plural count}{#one}1 lost{#other}{count} lost{/plural}")
    String lost(long count);

    @Message("{#plural count}{#one}1 stays{#other}{count} stay{/plural}")
    String kept(long count);

    @Message("Would be contacted, and was not.")
    String gainedMeans();

    @Message("Was to be contacted, and would not be.")
    String lostMeans();

    @Message("Is to be contacted either way.")
    String keptMeans();

    @Message("Show {count} more")
    String moreCases(String count);

    @Message("All {count} are shown.")
    String allCases(String count);

    @Message("The newest {kept} of {count} are kept.")
    String keptCases(String kept, String count);

    @Message("until now")
    String untilNow();

    @Message("with {rules}")
    String withRules(String rules);

    @Message("{about}, {zone}")
    String inZone(String about, String zone);

    @Message("The draft has changed since this backtest.")
    String draftChanged();

    @Message("Backtest of this draft, {from} to {to}: {result}")
    String testedDraft(String from, String to, String result);

    @Message("must be a date")
    String dateWanted();

    @Message("A backtest judges the responses of these days again and says who would be contacted. It sends nothing and"
            + " changes nothing.")
    String backtestExplains();

    @Message("Backtests that you run appear here, so that you can look at them again.")
    String backtestEmptyList();

    @Message("Backtest")
    String backtest();

    @Message("Cancel the backtest")
    String cancelBacktest();

    @Message("All backtests")
    String allBacktests();

    @Message("Progress")
    String progressLabel();

    @Message("Look again")
    String lookAgain();

    @Message("Cases per day")
    String casesPerDay();

    @Message("Support group")
    String supportGroup();

    @Message("Show")
    String show();

    @Message("Over the cap")
    String overTheCap();

    @Message("The same as a table")
    String asTable();

    @Message("Day")
    String day();

    @Message("Cap")
    String cap();

    @Message("over the cap")
    String dayOverCap();

    @Message("By score")
    String byScore();

    @Message("By contact choice")
    String byChoice();

    @Message("By rule")
    String byRule();

    @Message("No cases.")
    String noCases();

    @Message("Matched")
    String matched();

    @Message("Gained")
    String gainedColumn();

    @Message("There are no rules in it.")
    String noRulesInIt();

    @Message("What would rules have done?")
    String heading();

    @Message("From")
    String from();

    @Message("To, included")
    String to();

    @Message("Run the backtest")
    String run();

    @Message("What it found")
    String found();

    @Message("State")
    String state();

    @Message("No backtest yet")
    String noBacktest();

    @Message("Back to the backtest")
    String backToBacktest();

    @Message("Pages of the cases")
    String pagesOfCases();

    @Message("There are no more cases.")
    String noMoreCases();

    @Message("Ticket")
    String ticket();

    @Message("Why it was decided so")
    String whyDecided();

    @Message("Cases before and after")
    String beforeAndAfter();

    @Message("Which")
    String which();

    @Message("Change")
    String change();

    @Message("Asked for, {zone}")
    String askedForIn(String zone);

    @Message("cap {cap}")
    String capLine(String cap);
}
