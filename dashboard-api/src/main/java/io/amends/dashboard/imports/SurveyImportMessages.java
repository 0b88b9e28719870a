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

    @Message("{at} by {person}")
    String sentBy(String at, String person);

    @Message("State")
    String state();

    @Message("Taken")
    String taken();

    @Message("Refused")
    String refused();

    @Message("A file without a name")
    String nameless();

    @Message("Waits for somebody to look at it")
    String held();

    @Message("Running")
    String running();

    @Message("Done")
    String done();

    @Message("Failed")
    String failed();

    @Message("What {name} becomes")
    String look(String name);

    @Message("Nothing is taken yet. This is what its first rows become; look at the columns, and start when it is"
            + " right.")
    String lookExplained();

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

    @Message("Zone of these times")
    String zone();

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

    @Message("Would be refused")
    String wouldBeRefused();

    @Message("{#plural n}{#one}1 line is read.{#other}{count} lines are read.{/plural}")
    String reading(long n, String count);

    @Message("How far the import is")
    String progress();

    @Message("Look again")
    String lookAgain();

    @Message("{#plural n}{#one}1 response was taken.{#other}{count} responses were taken.{/plural}")
    String took(long n, String count);

    @Message("{#plural n}{#one}1 line was refused.{#other}{count} lines were refused.{/plural}")
    String refusedLines(long n, String count);

    @Message("No line was refused.")
    String refusedNone();

    @Message("Download the refused lines, each with its reasons")
    String download();

    @Message("All imports")
    String all();

    @Message("It could not go on.")
    String couldNot();

    @Message("There is no such import.")
    String gone();

    @Message("You may see this, and not do it.")
    String notForYou();

    @Message("Files cannot be imported just now. Please try again shortly.")
    String away();
}
