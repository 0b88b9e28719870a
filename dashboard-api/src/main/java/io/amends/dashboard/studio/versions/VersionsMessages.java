package io.amends.dashboard.studio.versions;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the published versions; English is the first language (C11). */
@MessageBundle(value = "versions", locale = "en")
public interface VersionsMessages {
    @Message("{#plural total}{#one}1 version{#other}{total} versions{/plural}; version {version} has decided"
            + " since {date}.")
    String versionsHeadline(long total, long version, String date);

    @Message("Nothing has been published yet.")
    String noVersions();

    @Message("Version {version} decides now.")
    String versionDecides(long version);

    @Message("Version {version} was published {from}. It does not decide any more.")
    String versionDecided(long version, String from);

    @Message("The rules of version {version} become version {next} and decide from then on. Version {now} stays in the"
            + " history. The draft is left as it is.")
    String rollBackMeans(long version, long next, long now);

    @Message(
            "Version {now} has been published since this page was opened. See what it changed, then go back to version "
                    + "{version} if that is still what you want.")
    String rollBackStale(long version, long now);

    @Message("A reason has at most {most} characters.")
    String reasonTooLong(int most);

    @Message("Back to version {version}")
    String backTo(long version);

    @Message("Each publish makes a version that never changes, with who did it, when and why. You can go back to any of"
            + " them.")
    String versionsExplain();

    @Message("This version has no rules: threshold and contact choice decide alone.")
    String versionEmpty();

    @Message("There is no version {version} of these rules.")
    String noSuchVersion(long version);

    @Message("Version")
    String version();

    @Message("By")
    String by();

    @Message("Decides now")
    String decidesNow();

    @Message("Pages of the versions")
    String pages();

    @Message("Newer")
    String newer();

    @Message("Older")
    String older();

    @Message("No version yet")
    String noVersion();

    @Message("What it changed")
    String whatItChanged();

    @Message("Compare with now")
    String compareWithNow();

    @Message("Go back to it…")
    String goBack();

    @Message("Publish it again")
    String publishAgain();

    @Message("Rules of this version")
    String itsRules();

    @Message("Published, {zone}")
    String publishedIn(String zone);
}
