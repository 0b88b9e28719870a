package io.amends.notes.filing;

import io.amends.contracts.Customer;
import io.amends.contracts.CustomerIdentity;
import io.amends.contracts.IdText;
import io.amends.contracts.OptOut;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The customers who want no surveys, as survey-ingest tells of them. Mail about a case is not meant. */
public final class OptOutTable {
    private OptOutTable() {}

    /** This customer wants no surveys, or wants them again. */
    public static void keep(Handle tx, OptOut told, boolean out) {
        named(
                        tx.createUpdate(
                                out
                                        ? """
                                        INSERT INTO opt_out (portal, email, phone, customer_id)
                                        VALUES (:portal, :email, :phone, :id) ON CONFLICT DO NOTHING"""
                                        : """
                                        DELETE FROM opt_out WHERE portal = :portal AND
                                        (email = :email OR phone = :phone OR customer_id = :id)"""),
                        told.portal(),
                        told.email(),
                        told.phone(),
                        told.id())
                .execute();
    }

    /** Whether a customer wants none, by whatever is known of them. */
    static boolean out(Handle db, String portal, Customer customer) {
        return named(
                        db.createQuery(
                                """
                                SELECT EXISTS (SELECT FROM opt_out WHERE portal = :portal AND
                                (email = :email OR phone = :phone OR customer_id = :id))"""),
                        portal,
                        CustomerIdentity.email(customer.email()),
                        CustomerIdentity.phone(customer.phone()),
                        IdText.orNull(customer.id()))
                .mapTo(Boolean.class)
                .one();
    }

    private static <S extends SqlStatement<S>> S named(
            S sql, String portal, @Nullable String email, @Nullable String phone, @Nullable String id) {
        return sql.bind("portal", portal)
                .bind("email", email)
                .bind("phone", phone)
                .bind("id", id);
    }
}
