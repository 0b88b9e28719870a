package io.amends.dashboard.recovery;

import io.amends.contracts.StorableText;
import io.amends.dashboard.recovery.core.Position;
import io.amends.dashboard.recovery.core.WrittenNote;
import jakarta.ws.rs.FormParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dialog's form, as it is posted. */
public class NotesForm {
    /** Which response the note is for; more than one where a form contradicts itself. */
    @FormParam("response")
    List<String> response = List.of();

    @FormParam("author")
    @Nullable
    String author;

    /** The name that the form was shown with. */
    @FormParam("offered")
    @Nullable
    String offered;

    @FormParam("spoke")
    @Nullable
    String spoke;

    @FormParam("text")
    @Nullable
    String text;

    /** One form, one key. */
    @FormParam("key")
    @Nullable
    String key;

    /** The note that was saved last before this form was shown. */
    @FormParam("after")
    @Nullable
    String after;

    /** Which button. */
    @FormParam("go")
    @Nullable
    String go;

    /** Given where the person was told that the response has gone elsewhere, and saves the note there. */
    @FormParam("wherever")
    @Nullable
    String wherever;

    WrittenNote written() {
        return WrittenNote.of(author, spoke != null, text);
    }

    /** The name that was typed instead of the one that the form was shown with; null: none was. */
    @Nullable
    String typedAuthor() {
        String author = written().author();
        return offered == null || StorableText.blank(author) || author.equals(offered) ? null : author;
    }

    Position.Step step() {
        return Position.Step.of(go);
    }

    /** The form as it is shown again, with what is wrong with it. */
    DialogView.Form again(@Nullable String authorError, @Nullable String textError) {
        WrittenNote written = written();
        return new DialogView.Form(
                written.author(),
                written.spoke(),
                written.text(),
                key == null ? "" : key,
                after == null ? "" : after,
                authorError,
                textError);
    }
}
