package io.amends.rules.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.SerializableString;
import io.amends.contracts.Customer;
import io.amends.rules.matching.Wanted;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads who answered the survey; no rule asks for it. */
final class CustomerReader extends FieldReader {
    private static final SerializableString[] PLACES =
            places("id", "name", "email", "phone", "company", "timeZone", "preferredContact", "accountManager");
    private final boolean wanted;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String company;
    private @Nullable String timeZone;
    private @Nullable String preferredContact;
    private @Nullable String accountManager;

    private CustomerReader(JsonParser json, boolean wanted) {
        super(json, PLACES);
        this.wanted = wanted;
    }

    /** Null unless everything is wanted. */
    static @Nullable Customer read(JsonParser json, Wanted wanted) throws IOException {
        CustomerReader reader = new CustomerReader(json, wanted.everything());
        reader.fields();
        return wanted.everything() ? reader.customer() : null;
    }

    private Customer customer() {
        return new Customer(id, name, email, phone, company, timeZone, preferredContact, accountManager);
    }

    @Override
    protected void field(String field) throws IOException {
        switch (field) {
            case "id" -> id = text(wanted);
            case "name" -> name = text(wanted);
            case "email" -> email = text(wanted);
            case "phone" -> phone = text(wanted);
            case "company" -> company = text(wanted);
            case "timeZone" -> timeZone = text(wanted);
            case "preferredContact" -> preferredContact = text(wanted);
            case "accountManager" -> accountManager = text(wanted);
            default -> skip(field);
        }
    }
}
