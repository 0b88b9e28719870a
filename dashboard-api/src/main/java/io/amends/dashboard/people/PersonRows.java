package io.amends.dashboard.people;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Finds people, each time in a transaction: its caller's or one of its own. */
@ApplicationScoped
class PersonRows implements PanacheRepositoryBase<PersonRow, String> {

    @Transactional
    Optional<PersonRow> of(String login) {
        return findByIdOptional(login);
    }

    /** Whoever has this login, in whichever case it is written. */
    @Transactional
    Optional<PersonRow> alike(String login) {
        return find("lower(login) = lower(?1)", login).firstResultOptional();
    }
}
