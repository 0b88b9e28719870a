package io.amends.dashboard.requests;

import io.amends.contracts.Customer;
import io.amends.contracts.FileRequest;
import io.amends.contracts.RequestFacts.RequestFormat;
import io.amends.contracts.RequestFacts.RequestType;
import io.amends.contracts.StorableText;
import io.amends.kit.id.Ids;
import jakarta.ws.rs.FormParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a request, as it is posted. */
public class RequestsForm {
    @FormParam("ticket")
    @Nullable
    String ticket;

    @FormParam("group")
    @Nullable
    String group;

    @FormParam("type")
    @Nullable
    String type;

    @FormParam("format")
    @Nullable
    String format;

    @FormParam("why")
    @Nullable
    String why;

    @FormParam("questions")
    @Nullable
    String questions;

    /** Who it is about, where that is known. */
    @FormParam("customer")
    @Nullable
    String customer;

    @FormParam("email")
    @Nullable
    String email;

    @FormParam("phone")
    @Nullable
    String phone;

    /** Empty: that of the group. */
    @FormParam("region")
    @Nullable
    String region;

    /** Absent where it is not ticked. */
    @FormParam("urgent")
    @Nullable
    String urgent;

    /** One form, one key. */
    @FormParam("key")
    @Nullable
    String key;

    static String words(@Nullable String typed) {
        return typed == null || StorableText.blank(typed) ? "" : typed.strip();
    }

    @Nullable
    RequestType wantedType() {
        return Arrays.stream(RequestType.values())
                .filter(one -> one.name().equals(type))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    RequestFormat wantedFormat() {
        return Arrays.stream(RequestFormat.values())
                .filter(one -> one.name().equals(format))
                .findFirst()
                .orElse(null);
    }

    /** A form that is sent twice is one request, and one that was changed after going back is a second (decision 19). */
    String once() {
        return Ids.v5(Stream.of(
                                key, ticket, group, type, format, why, questions, region, urgent, customer, email,
                                phone)
                        .map(String::valueOf)
                        .collect(Collectors.joining("\0")))
                .toString();
    }

    FileRequest request(String cpc, String author) {
        return new FileRequest(
                cpc,
                words(ticket),
                words(group),
                wantedType(),
                wantedFormat(),
                words(why),
                given(questions),
                urgent != null,
                words(region),
                about(),
                author);
    }

    private @Nullable Customer about() {
        boolean known = Stream.of(customer, email, phone).anyMatch(typed -> given(typed) != null);
        return known ? new Customer(null, given(customer), given(email), given(phone), null, null, null, null) : null;
    }

    private static @Nullable String given(@Nullable String typed) {
        String words = words(typed);
        return words.isEmpty() ? null : words;
    }
}
