package io.amends.dashboard.links;

import io.amends.contracts.api.PagePaths;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of the notes dialog (D3). */
public final class NotesAddress {
    private NotesAddress() {}

    /** The dialog of one ticket's response. */
    public static String ofTicket(String cpc, String rgid, String ticketId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("cpc", cpc);
        parameters.put("rgid", rgid);
        parameters.put("tid", ticketId);
        return of(parameters);
    }

    /**
     * The dialog at a response.
     *
     * @param saved the response whose note was just saved, so that its draft can go; null: none
     * @param noteId that note, which tells the next form from the one that wrote it; null: none
     */
    public static String at(
            Map<String, String> opening, String responseId, @Nullable String saved, @Nullable String noteId) {
        Map<String, String> parameters = new LinkedHashMap<>(opening);
        parameters.put("at", responseId);
        return after(of(parameters), saved, noteId);
    }

    /** A dialog's address after a note was saved. */
    public static String after(String address, @Nullable String saved, @Nullable String noteId) {
        return address + parameter("saved", saved) + parameter("after", noteId);
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The dialog with these parameters. */
    public static String of(Map<String, String> parameters) {
        return PagePaths.NOTES
                + parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
