package io.amends.dashboard.preferences.shared;

import io.amends.contracts.directory.EntryType;
import io.amends.dashboard.directory.Directory;
import io.amends.dashboard.directory.StoredEntry;
import io.amends.kit.access.Caller;
import io.amends.kit.rights.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The entries of a portal's directory that the caller may see: of contacts, a lead sees those of their own groups (H1). */
@ApplicationScoped
public class SeenEntries {
    private final Directory directory;
    private final Caller caller;

    SeenEntries(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    /** All of a type, by code. */
    public List<StoredEntry> all(EntryType type, String cpc) {
        return directory.all(type, cpc, caller.sight(cpc, Permission.SEE_DIRECTORY));
    }

    /** The one of that code; empty if there is none, or none that the caller may see. */
    public Optional<StoredEntry> find(EntryType type, String cpc, String code) {
        return directory.find(type, cpc, code, caller.sight(cpc, Permission.SEE_DIRECTORY));
    }
}
