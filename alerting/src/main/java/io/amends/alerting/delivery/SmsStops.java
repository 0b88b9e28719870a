package io.amends.alerting.delivery;

import io.amends.alerting.sms.MobileNumber;
import io.amends.contracts.api.DeliveryWhy;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whose numbers have answered STOP (C3): by contact and number, since another number of that contact has not. */
@Singleton
final class SmsStops {
    private static final String WHOSE = " WHERE portal = :portal AND contact_id = :contact AND number = :number";

    /** The contact wants no text messages at that number. */
    void add(Handle tx, Claim claim) {
        tx.createUpdate(
                        """
                        INSERT INTO sms_stop (portal, contact_id, number) VALUES (:portal, :contact, :number)
                        ON CONFLICT DO NOTHING""")
                .bind("portal", claim.portal())
                .bind("contact", claim.to().contactId())
                .bind("number", claim.to().address())
                .execute();
    }

    /** The number takes text messages again, as one that somebody sent again by hand has shown. */
    void lift(Handle tx, Claim claim) {
        tx.createUpdate("DELETE FROM sms_stop" + WHOSE)
                .bind("portal", claim.portal())
                .bind("contact", claim.to().contactId())
                .bind("number", claim.to().address())
                .execute();
    }

    /** Why that contact is sent no text message at that number; null where nothing speaks against it. */
    @Nullable
    DeliveryWhy unfit(Handle tx, String portal, String contact, String number) {
        if (!MobileNumber.isPossible(number)) {
            return DeliveryWhy.NUMBER_IMPOSSIBLE;
        }
        return has(tx, portal, contact, number) ? DeliveryWhy.STOPPED : null;
    }

    /** Whether that number has answered STOP. */
    boolean has(Handle tx, String portal, String contact, String number) {
        return tx.createQuery("SELECT count(*) FROM sms_stop" + WHOSE)
                        .bind("portal", portal)
                        .bind("contact", contact)
                        .bind("number", number)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
