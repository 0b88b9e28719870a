package io.amends.dashboard.preferences.transfer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of importing groups, contacts, segments and people from a file; English is the first language (C11). */
@MessageBundle(value = "transfer", locale = "en")
public interface ImportMessages {
    @Message("Import groups")
    String groups();

    @Message("Import contacts")
    String contacts();

    @Message("Import segments")
    String segments();

    @Message("Import people")
    String people();

    @Message("You see what a file would change before anything is changed. Nothing is deleted by an import.")
    String explained();

    @Message("File")
    String file();

    @Message("CSV in UTF-8, of at most 5 MB and {lines} lines, whose first line names the columns.")
    String fileHint(String lines);

    @Message(
            "Columns: {columns}. A column that is left out stays as it is stored, and an empty cell empties it; several"
                    + " codes in one cell stand behind one another with a blank between them.")
    String columns(String columns);

    @Message("An export is such a file: change it, and import it again.")
    String exportHint();

    @Message("Export what is there")
    String export();

    @Message("Look at what it would change")
    String look();

    @Message("Choose a file.")
    String noFile();

    @Message("The file is empty.")
    String empty();

    @Message("The file is larger than 5 MB. Divide it into several.")
    String tooLarge();

    @Message("The file is not in UTF-8. Save it again as “CSV UTF-8”.")
    String notUtf8();

    @Message("The file has more than {lines} lines. Divide it into several.")
    String tooManyLines(String lines);

    @Message(
            "The file cannot be read from line {line} on: a quotation mark has no end, or something stands behind one.")
    String notCsv(String line);

    @Message("{#plural n}{#one}1 problem{#other}{n} problems{/plural} in this file. Nothing was imported.")
    String problemsHead(long n);

    @Message("Change the file and choose it again.")
    String changeFile();

    @Message("Problems")
    String problems();

    @Message("The first {n} of them:")
    String firstOf(String n);

    @Message("Line")
    String line();

    @Message("Column")
    String column();

    @Message("Problem")
    String problem();

    @Message("There is no such column: {text}")
    String columnUnknown(String text);

    @Message("This column is there more than once.")
    String columnTwice();

    @Message("This column is missing.")
    String columnMissing();

    @Message("The first line has many more columns than there are: this may be another file than you mean.")
    String tooManyColumns();

    @Message("The line has more cells than there are columns.")
    String tooManyCells();

    @Message("This code stands in an earlier line as well.")
    String codeTwice();

    @Message("{text}: {wrong}")
    String unfit(String text, String wrong);

    @Message("{text} names what is not there yet. It is imported all the same.")
    String notThere(String text);

    @Message("This login stands in an earlier line as well, maybe with other capitals.")
    String loginTwice();

    @Message("{text}: Somebody has this login, written with other capitals.")
    String loginAlike(String text);

    @Message("The portal would have no admin any more. Make somebody else one in the same file.")
    String lastAdmin();

    @Message(
            "{text} is known beyond this portal: make sure that this is who you mean. Name and email stay as they are.")
    String knownElsewhere(String text);

    @Message("This is left as it is, since the person is known beyond this portal. The rest of the line is imported.")
    String leftAsItIs();

    @Message("Use {words}, with blanks between several.")
    String rolesUnfit(String words);

    @Message("Write {yes} or {no}.")
    String activeUnfit(String yes, String no);

    @Message("{added} new, {changed} changed, {unchanged} as they were.")
    String planHead(String added, String changed, String unchanged);

    @Message("Nothing in this file differs from what is stored.")
    String nothingToDo();

    @Message("All of it is applied, or nothing.")
    String allOrNothing();

    @Message("Import these changes")
    String apply();

    @Message("Choose another file")
    String another();

    @Message("Changes")
    String changes();

    @Message("What happens")
    String effect();

    @Message("new")
    String isNew();

    @Message("changed")
    String isChanged();

    @Message("To look at")
    String doubts();

    @Message("Somebody else has changed the directory since this was shown. Please look again before you import.")
    String changedMeanwhile();

    @Message("This file is not kept any more. Choose it again.")
    String gone();
}
