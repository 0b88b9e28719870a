package io.amends.dashboard.keys;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A secret of an API key, by its hash. */
@Entity
@Table(name = "api_key_secret")
class SecretRow {
    @Id
    private String hash;

    @Column(name = "key_id")
    private UUID keyId;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "good_until")
    private @Nullable Instant goodUntil;

    @Version
    private long version;

    /** Hibernate makes an empty row by this, and reads the stored one into it. */
    protected SecretRow() {}

    /** The newest secret of a key. */
    SecretRow(String hash, UUID keyId, Instant now) {
        this.hash = hash;
        this.keyId = keyId;
        this.madeAt = now;
    }

    /** There is a newer one: it ends then. */
    void end(Instant until) {
        goodUntil = until;
    }

    String hash() {
        return hash;
    }

    UUID keyId() {
        return keyId;
    }

    /** Until when it is good although there is a newer one; null for the newest. */
    @Nullable
    Instant goodUntil() {
        return goodUntil;
    }
}
