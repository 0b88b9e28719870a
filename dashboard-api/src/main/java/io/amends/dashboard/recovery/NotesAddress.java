package io.amends.dashboard.recovery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of the notes dialog (D3). */
public final class NotesAddress {
    public static final String PATH = "/service-recovery-notes";

    private NotesAddress() {}

    /** The dialog of one ticket's response. */
    public static String ofTicket(String cpc, String rgid, String ticketId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("cpc", cpc);
        parameters.put("rgid", rgid);
        parameters.put("tid", ticketId);
        return of(parameters);
    }

    /** The dialog with these parameters. */
    public static String of(Map<String, String> parameters) {
        return PATH
                + parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
