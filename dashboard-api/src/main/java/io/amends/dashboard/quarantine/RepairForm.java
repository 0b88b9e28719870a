package io.amends.dashboard.quarantine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.amends.contracts.IdText;
import io.amends.contracts.Json;
import jakarta.ws.rs.FormParam;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The form that mends one response of the quarantine, as it is posted; a field that is left empty corrects nothing. */
public class RepairForm {
    private static final int LONGEST_NUMBER = 40;

    @FormParam("response")
    @Nullable
    String response;

    @FormParam("ticketId")
    @Nullable
    String ticketId;

    @FormParam("supportGroup")
    @Nullable
    String supportGroup;

    @FormParam("segment")
    @Nullable
    String segment;

    @FormParam("submittedAt")
    @Nullable
    String submittedAt;

    @FormParam("updatedAt")
    @Nullable
    String updatedAt;

    /** The measures that have a field, in its order. */
    @FormParam("measure")
    List<String> measure = List.of();

    /** What was typed or chosen for each of them. */
    @FormParam("score")
    List<String> score = List.of();

    /** The measures whose answers are left out. */
    @FormParam("drop")
    List<String> drop = List.of();

    /**
     * What a form corrects.
     *
     * @param fields JSON Merge Patch
     * @param wrong JSON Pointers of the fields that hold nothing that can be read
     */
    record Corrected(ObjectNode fields, List<String> wrong) {}

    @Nullable
    String id() {
        return IdText.orNull(response);
    }

    /** What was typed for a measure; empty where nothing was. */
    String scoreOf(String name) {
        int at = measure.indexOf(name);
        return at < 0 || at >= score.size() ? "" : score.get(at).strip();
    }

    /** What it corrects; dates are in the zone of the portal. */
    Corrected corrected(ZoneId zone) {
        ObjectNode fields = Json.MAPPER.createObjectNode();
        List<String> wrong = new ArrayList<>();
        text(fields, "ticketId", ticketId);
        text(fields, "supportGroup", supportGroup);
        text(fields, "segment", segment);
        date(fields, "submittedAt", submittedAt, zone, wrong);
        date(fields, "updatedAt", updatedAt, zone, wrong);
        ObjectNode measures = Json.MAPPER.createObjectNode();
        for (String name : measure) {
            if (!drop.contains(name)) {
                answer(measures, name, scoreOf(name), wrong);
            }
        }
        drop.forEach(measures::putNull);
        if (!measures.isEmpty()) {
            fields.set("measures", measures);
        }
        return new Corrected(fields, wrong);
    }

    private static void text(ObjectNode fields, String name, @Nullable String typed) {
        String text = IdText.orNull(typed);
        if (text != null) {
            fields.put(name, text);
        }
    }

    private static void date(ObjectNode fields, String name, @Nullable String typed, ZoneId zone, List<String> wrong) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        try {
            fields.put(
                    name,
                    LocalDateTime.parse(typed.strip()).atZone(zone).toInstant().toString());
        } catch (DateTimeException e) {
            wrong.add("/" + name);
        }
    }

    private static void answer(ObjectNode measures, String name, String typed, List<String> wrong) {
        if (typed.isEmpty()) {
            return;
        }
        switch (typed.toLowerCase(Locale.ROOT)) {
            case "true" -> measures.put(name, true);
            case "false" -> measures.put(name, false);
            default -> {
                try {
                    measures.put(name, new BigDecimal(typed.substring(0, Math.min(typed.length(), LONGEST_NUMBER))));
                } catch (NumberFormatException e) {
                    wrong.add(QuarantineWords.MEASURES + name);
                }
            }
        }
    }
}
