package io.amends.dashboard.directory;

import io.amends.contracts.directory.EntryType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the directory. */
@Entity
@Table(name = "directory_entry")
class EntryRow {
    @EmbeddedId
    private Id id;

    // It is kept as text: not every version of Amends took only what every other can read.
    @JdbcTypeCode(SqlTypes.JSON)
    private String entry;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private long version;

    /** The entry's place. */
    @Embeddable
    record Id(String portal, String type, String code) {
        Id(EntryType type, String portal, String code) {
            this(portal, type.word(), code);
        }
    }

    /** Hibernate makes an empty row by this, and reads the stored one into it. */
    protected EntryRow() {}

    /**
     * A new row.
     *
     * @param version that no row in this place has had before
     */
    EntryRow(Id id, String entry, Instant now, long version) {
        this.id = id;
        this.entry = entry;
        this.changedAt = now;
        this.version = version;
    }

    /** Takes another entry; the next flush counts the version up. */
    void become(String other, Instant now) {
        entry = other;
        changedAt = now;
    }

    Id id() {
        return id;
    }

    /** The entry as JSON. */
    String entry() {
        return entry;
    }

    /** The version as an ETag, without quotes. No other state of this place ever has the same. */
    String tag() {
        return Long.toString(version);
    }
}
