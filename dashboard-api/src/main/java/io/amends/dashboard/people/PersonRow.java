package io.amends.dashboard.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person, one over all portals. */
@Entity
@Table(name = "person")
class PersonRow {
    @Id
    private String login;

    private String name;

    private @Nullable String email;

    @Column(name = "email_since")
    private Instant emailSince;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Version
    private long version;

    /** Hibernate makes an empty row by this, and reads the stored one into it. */
    protected PersonRow() {}

    /** Somebody who has no password yet. */
    PersonRow(String login, String name, @Nullable String email, Instant now) {
        this.login = login;
        this.name = name;
        this.email = email;
        this.emailSince = now;
    }

    /** They are called so and written to there from now on. */
    void is(String otherName, @Nullable String otherEmail, Instant now) {
        name = otherName;
        if (!Objects.equals(email, otherEmail)) {
            email = otherEmail;
            emailSince = now;
        }
    }

    /** They have no password any more. */
    void forgetPassword() {
        passwordHash = null;
    }

    String login() {
        return login;
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }
}
