package io.amends.ingest.optouts;

import io.amends.contracts.CustomerIdentity;
import io.amends.contracts.IdText;
import io.amends.contracts.OptOut;
import io.amends.contracts.Reason;
import io.amends.contracts.StatedReason;
import io.amends.contracts.StorableText;
import io.amends.contracts.WrittenFreely;
import io.amends.contracts.directory.MailAddress;
import io.amends.kit.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which customer wants no surveys, or wants them again, as it is posted: one of email, phone and id.
 *
 * @param reason why, up to 1,000 characters
 */
@WrittenFreely
public record OptOutForm(@Nullable String email, @Nullable String phone, @Nullable String id, @Nullable String reason) {
    private static final int LONGEST = 254;

    static final OptOutForm NOTHING = new OptOutForm(null, null, null, null);

    /** What names the customer. */
    enum NamedBy {
        EMAIL,
        PHONE,
        ID
    }

    /** A customer in the form in which they are compared. */
    record NamedCustomer(NamedBy kind, String value) {
        OptOut event(String portal, @Nullable String reason, Instant at) {
            return new OptOut(portal, only(NamedBy.EMAIL), only(NamedBy.PHONE), only(NamedBy.ID), reason, at);
        }

        @Nullable
        String only(NamedBy asked) {
            return kind == asked ? value : null;
        }
    }

    /** All that is wrong with it; empty where it names a customer. */
    List<Reason> faults() {
        List<Reason> faults = new ArrayList<>();
        if (Stream.of(email, phone, id).filter(Objects::nonNull).count() != 1) {
            faults.add(new Reason("", "give one of email, phone and id"));
        }
        String mail = CustomerIdentity.email(email);
        String number = CustomerIdentity.phone(phone);
        String known = IdText.orNull(id);
        String misspelt = email == null ? null : MailAddress.fault(mail == null ? "" : mail);
        if (misspelt != null) {
            faults.add(new Reason("/email", misspelt));
        }
        if (phone != null && number == null) {
            faults.add(new Reason("/phone", "must be a number in E.164 form such as +495550101"));
        }
        if (id != null && (known == null || StorableText.fault(known, LONGEST) != null)) {
            faults.add(new Reason("/id", "must have 1 to " + LONGEST + " characters"));
        }
        String fault = reason == null || StorableText.blank(reason) ? null : StatedReason.fault(reason);
        if (fault != null) {
            faults.add(new Reason("/reason", fault));
        }
        return faults;
    }

    /**
     * The customer.
     *
     * @throws Problem 400 with all that is wrong
     */
    NamedCustomer checked() {
        List<Reason> faults = faults();
        if (!faults.isEmpty()) {
            throw Problem.badRequest("Nothing was changed.", faults);
        }
        String mail = CustomerIdentity.email(email);
        String number = CustomerIdentity.phone(phone);
        return mail != null
                ? new NamedCustomer(NamedBy.EMAIL, mail)
                : number != null
                        ? new NamedCustomer(NamedBy.PHONE, number)
                        : new NamedCustomer(NamedBy.ID, String.valueOf(IdText.orNull(id)));
    }

    /** The reason; null where none is given. */
    @Nullable
    String why() {
        return reason == null || StorableText.blank(reason) ? null : reason;
    }
}
