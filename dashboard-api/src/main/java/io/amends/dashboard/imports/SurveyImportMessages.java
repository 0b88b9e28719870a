package io.amends.dashboard.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages of files of surveys; English is the first language (C11). */
@MessageBundle(value = "imports", locale = "en")
public interface SurveyImportMessages {
    @Message("Imports")
    String imports();

    @Message("{#plural n}{#one}1 file of surveys was sent.{#other}{n} files of surveys were sent.{/plural}")
    String headline(long n);

    @Message("No file of surveys was sent yet.")
    String none();

    @Message("Send a file of your survey tool or spreadsheet. You see what its first rows become before anything is"
            + " taken, and the same file again changes nothing.")
    String explained();

    @Message("File")
    String file();

    @Message("CSV as a spreadsheet, SurveyMonkey, Qualtrics, Typeform or Google Forms saves it, in UTF-8, UTF-16 or"
            + " Windows-1252.")
    String fileHint();

    @Message("What its columns mean")
    String preset();

    @Message("What their headers say")
    String byHeaders();

    @Message("Send and look at it")
    String send();

    @Message("Choose a file.")
    String noFile();

    @Message("The file was not kept.")
    String notKept();

    @Message("by {person}")
    String by(String person);

    @Message("State")
    String state();

    @Message("Imported")
    String taken();

    @Message("Refused")
    String refused();

    @Message("A file without a name")
    String nameless();

    @Message("Not started")
    String held();

    @Message("Running")
    String running();

    @Message("Cancelled")
    String cancelled();

    @Message("Done")
    String done();

    @Message("Failed")
    String failed();

    @Message("What {name} becomes")
    String look(String name);

    @Message("Nothing is imported yet. This is what its first rows become: look at the columns, and start the import"
            + " when it is right. A file that nobody starts is deleted after a day.")
    String lookExplained();

    @Message("Delete this file")
    String deleteFile();

    @Message("The file is deleted, and nothing of it is imported. The columns that were saved by a name stay.")
    String deleteFileMeans();

    @Message("Delete it")
    String deleteNow();

    @Message("The file is deleted. Nothing of it was imported.")
    String fileDeleted();

    @Message("Saved columns")
    String presets();

    @Message("What the columns of a file mean, by the name under which it was saved.")
    String presetsExplained();

    @Message("{#plural n}{#one}1 column{#other}{count} columns{/plural}")
    String presetColumns(long n, String count);

    @Message("Delete")
    String delete();

    @Message("Delete {name}")
    String deleteOf(String name);

    @Message("Files can no longer be read by it. Imports that were started by it go on as they are.")
    String deletePresetMeans();

    @Message("It is deleted. Imports that were started by it go on as they are.")
    String presetDeleted();

    @Message("Change")
    String changing();

    @Message("{encoding}, cells divided by {delimiter}, {#plural rows}{#one}1 row of headers{#other}{rows} rows of"
            + " headers{/plural}")
    String recognised(String encoding, String delimiter, int rows);

    @Message("commas")
    String commas();

    @Message("semicolons")
    String semicolons();

    @Message("tabs")
    String tabs();

    @Message("the sign {sign}")
    String sign(String sign);

    @Message("Columns")
    String columns();

    @Message("Column")
    String column();

    @Message("First value: {value}")
    String example(String value);

    @Message("Becomes")
    String becomes();

    @Message("Field of the column {header}")
    String fieldOf(String header);

    @Message("Left out")
    String leftOut();

    @Message("a property of that name")
    String asProperty();

    @Message("Support group where the file names none")
    String supportGroup();

    @Message("None")
    String noGroup();

    @Message("How times are written")
    String format();

    @Message("Left empty: it is recognised. Else DAY_FIRST or MONTH_FIRST, or a pattern such as dd.MM.yyyy HH:mm")
    String formatHint();

    @Message("Time zone of times that name none")
    String zone();

    @Message("Left empty: {zone}, as the file says. A zone that is typed here counts more than what the file says.")
    String leftEmptyOfFile(String zone);

    @Message("Left empty: {zone}, as the portal's settings say.")
    String leftEmptyOfPortal(String zone);

    @Message("Its times are in {zone}, as the file says.")
    String zoneOfFile(String zone);

    @Message("Its times are in {zone}, as the saved columns say.")
    String zoneOfPreset(String zone);

    @Message("Its times are in {zone}, the portal's time zone, where they name none.")
    String zoneOfPortal(String zone);

    @Message("Name")
    String name();

    @Message("By this name the columns of later files can mean the same. Letters, digits, dots, hyphens and"
            + " underscores.")
    String nameHint();

    @Message("Save and look again")
    String save();

    @Message("Saved. Below is what the rows become by it.")
    String saved();

    @Message("Nothing was saved.")
    String notSaved();

    @Message("No row can become a response yet.")
    String problems();

    @Message("Start the import")
    String start();

    @Message("Nothing was started.")
    String notStarted();

    @Message("Rows")
    String rows();

    @Message("In the file")
    String inFile();

    @Message("As a response")
    String asResponse();

    @Message("Line {line}")
    String line(String line);

    @Message("Becomes a response")
    String becomesResponse();

    @Message("Would wait in quarantine")
    String wouldWait();

    @Message("Would be refused")
    String wouldBeRefused();

    @Message("Would be left out")
    String wouldBeLeftOut();

    @Message("{#plural n}{#one}1 of these rows becomes a response.{#other}{n} of these rows become responses.{/plural}")
    String wouldTake(long n);

    @Message("{#plural n}{#one}1 becomes a response that waits in quarantine until it is mended.{#other}{n} become"
            + " responses that wait in quarantine until they are mended.{/plural}")
    String wouldQuarantine(long n);

    @Message("{#plural n}{#one}1 would be refused: correct it in the file, or the columns.{#other}{n} would be refused:"
            + " correct them in the file, or the columns.{/plural}")
    String wouldRefuse(long n);

    @Message(
            "{#plural n}{#one}1 is no customer's answer and would be left out.{#other}{n} are no customers' answers and"
                    + " would be left out.{/plural}")
    String wouldLeaveOut(long n);

    @Message("{#plural n}{#one}1 line is read so far.{#other}{count} lines are read so far.{/plural}")
    String reading(long n, String count);

    @Message("{#plural n}{#one}It was cancelled after 1 line.{#other}It was cancelled after {count} lines.{/plural}")
    String cancelledAfter(long n, String count);

    @Message("What was imported stays. The same file again imports the other lines, and changes nothing of these.")
    String sameFileAgain();

    @Message("It is being cancelled: the lines on their way are still counted.")
    String stopping();

    @Message("Cancel the import")
    String cancel();

    @Message("It stops within seconds. What was imported until then stays.")
    String cancelMeans();

    @Message("{#plural n}{#one}1 test answer was left out: the file marks it as a test, a preview or"
            + " spam.{#other}{count} test answers were left out: the file marks them as tests, previews or"
            + " spam.{/plural}")
    String leftOutLines(long n, String count);

    @Message("How far the import is")
    String progress();

    @Message("Look again")
    String lookAgain();

    @Message("{#plural n}{#one}1 response was imported.{#other}{count} responses were imported.{/plural}")
    String took(long n, String count);

    @Message("{#plural n}{#one}1 line was refused.{#other}{count} lines were refused.{/plural}")
    String refusedLines(long n, String count);

    @Message("No line was refused.")
    String refusedNone();

    @Message("Download the refused lines, each with all of its reasons")
    String download();

    @Message("All imports")
    String all();

    @Message("It could not go on. What was imported stays: send the file again, which imports the rest.")
    String couldNot();

    @Message("There is no such import, file or saved columns any more. Go back to the list of imports.")
    String gone();

    @Message("You may see this, and not do it: ask an admin of the portal.")
    String notForYou();

    @Message("Files cannot be imported just now. Please try again shortly.")
    String away();
}
