package io.amends.dashboard.keys;

import io.amends.contracts.access.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An API key without its secrets. */
@Entity
@Table(name = "api_key")
class KeyRow {
    @Id
    private UUID id;

    private String portal;

    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> scopes;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Version
    private long version;

    /** Hibernate makes an empty row by this, and reads the stored one into it. */
    protected KeyRow() {}

    KeyRow(UUID id, String portal, String name, Set<Scope> scopes, String madeBy, Instant now) {
        this.id = id;
        this.portal = portal;
        this.name = name;
        this.scopes = scopes.stream().map(Scope::word).toList();
        this.madeBy = madeBy;
        this.madeAt = now;
    }

    /** The same with an end; null: none. To be called before it is stored. */
    KeyRow until(@Nullable Instant end) {
        expiresAt = end;
        return this;
    }

    UUID id() {
        return id;
    }

    String portal() {
        return portal;
    }

    String name() {
        return name;
    }

    /** What it may do; scopes that a newer version added are left out. */
    Set<Scope> scopes() {
        EnumSet<Scope> known = EnumSet.noneOf(Scope.class);
        scopes.stream().map(Scope::of).flatMap(Optional::stream).forEach(known::add);
        return known;
    }

    String madeBy() {
        return madeBy;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }
}
