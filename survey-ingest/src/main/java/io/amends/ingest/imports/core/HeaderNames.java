package io.amends.ingest.imports.core;

import io.amends.contracts.mapping.TargetField;
import io.amends.contracts.mapping.TargetField.ResponseField;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the headers of a file say by themselves. A header means a field where it is the field's name, or another that tools
 * and people give it; case, blanks and signs do not matter.
 */
final class HeaderNames {
    /** The portal of a response, which is no field that anything fills: a file is of one portal. */
    static final List<String> PORTAL = List.of("portal", "cpc");

    // In the order in which one is taken before another: that a survey was recorded is later than that it ended.
    private static final Map<ResponseField, List<String>> NAMES = new EnumMap<>(Map.ofEntries(
            Map.entry(ResponseField.RESPONSE_ID, List.of("responseid", "respondentid", "surveyresponseid")),
            Map.entry(ResponseField.TICKET_ID, List.of("ticketid", "ticket", "ticketnumber", "ticketno", "casenumber")),
            Map.entry(ResponseField.SUPPORT_GROUP, List.of("supportgroup", "group", "assignmentgroup", "team")),
            Map.entry(ResponseField.SEGMENT, List.of("segment", "customersegment")),
            Map.entry(ResponseField.BRAND, List.of("brand")),
            Map.entry(ResponseField.CHANNEL, List.of("channel")),
            Map.entry(ResponseField.LANGUAGE, List.of("language", "userlanguage")),
            Map.entry(ResponseField.AGENT_ID, List.of("agentid")),
            Map.entry(ResponseField.AGENT_NAME, List.of("agentname", "agent")),
            Map.entry(ResponseField.CUSTOMER_ID, List.of("customerid", "externalreference")),
            Map.entry(ResponseField.CUSTOMER_NAME, List.of("customername", "customer")),
            Map.entry(
                    ResponseField.CUSTOMER_EMAIL,
                    List.of(
                            "customeremail",
                            "email",
                            "emailaddress",
                            "recipientemail",
                            "customermail",
                            "emailadresse",
                            "adresseemail")),
            Map.entry(ResponseField.CUSTOMER_PHONE, List.of("customerphone", "phone", "phonenumber")),
            Map.entry(ResponseField.CUSTOMER_COMPANY, List.of("customercompany", "company")),
            Map.entry(ResponseField.COMMENT, List.of("comment", "comments", "verbatim")),
            Map.entry(ResponseField.FACTORS, List.of("factors", "factor")),
            Map.entry(ResponseField.TAGS, List.of("tags", "tag")),
            Map.entry(ResponseField.CONTACT_CHOICE, List.of("contactchoice")),
            Map.entry(
                    ResponseField.SUBMITTED_AT,
                    List.of(
                            "submittedat",
                            "submitted",
                            "recordeddate",
                            "enddate",
                            "datesubmitted",
                            "submitdate",
                            "submitdateutc",
                            "submittedatutc",
                            "timestamp",
                            "zeitstempel",
                            "horodateur",
                            "marcatemporal",
                            "informazionicronologiche",
                            "carimbodedatahora",
                            "tijdstempel",
                            "datecreated")),
            Map.entry(ResponseField.UPDATED_AT, List.of("updatedat", "updated", "datemodified")),
            Map.entry(ResponseField.FOLLOW_UP_OF, List.of("followupof"))));

    private HeaderNames() {}

    /** The place of a name among those of its field, the first being the best; -1 where it is none. */
    static int rank(ResponseField target, String header) {
        return NAMES.getOrDefault(target, List.of()).indexOf(FileHead.plain(header));
    }

    /**
     * The field that a header means by itself.
     *
     * @param measures that the portal declares
     */
    static Optional<TargetField> field(String header, Collection<String> measures) {
        String plain = FileHead.plain(header);
        Optional<TargetField> written = TargetField.of(header.strip());
        if (written.isPresent()) {
            return written.map(field -> declared(field, measures));
        }
        Optional<TargetField> prefixed = prefixed(header.strip());
        if (prefixed.isPresent()) {
            return prefixed.map(field -> declared(field, measures));
        }
        Optional<TargetField> named = Arrays.stream(ResponseField.values())
                .filter(target -> rank(target, header) >= 0)
                .findFirst()
                .map(TargetField::of);
        return named.isPresent()
                ? named
                : measures.stream()
                        .filter(measure ->
                                !plain.isEmpty() && FileHead.plain(measure).equals(plain))
                        .findFirst()
                        .map(TargetField::measure);
    }

    /** A measure by the name that the portal has for it, where the header writes it with other letters or signs. */
    private static TargetField declared(TargetField field, Collection<String> measures) {
        String name = field.name();
        if (field.target() != ResponseField.MEASURES || name == null || measures.contains(name)) {
            return field;
        }
        return measures.stream()
                .filter(measure -> FileHead.plain(measure).equals(FileHead.plain(name)))
                .findFirst()
                .map(TargetField::measure)
                .orElse(field);
    }

    /** {@code Measures.csat} and {@code property.order}, with the name as it is written. */
    private static Optional<TargetField> prefixed(String header) {
        int dot = header.indexOf('.');
        if (dot < 0 || header.substring(dot + 1).isBlank()) {
            return Optional.empty();
        }
        String name = header.substring(dot + 1).strip();
        return switch (FileHead.plain(header.substring(0, dot))) {
            case "measures", "measure" -> Optional.of(TargetField.measure(name));
            case "properties", "property" -> Optional.of(TargetField.property(name));
            default -> Optional.empty();
        };
    }
}
