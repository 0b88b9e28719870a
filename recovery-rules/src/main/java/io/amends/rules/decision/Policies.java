package io.amends.rules.decision;

import io.amends.contracts.directory.Portal;
import io.amends.kit.directory.PortalDirectory;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies of one portal, made once for each state of its directory: only an override makes a group's another one. */
public final class Policies {
    private final PortalDirectory directory;
    private final Policy usual;
    private final Map<String, Policy> overridden = new HashMap<>();

    public Policies(PortalDirectory directory) {
        this.directory = directory;
        Portal portal = directory.portal();
        usual = Policy.of(portal, null);
        directory.groups().forEach((code, group) -> {
            if (group.threshold() != null) {
                overridden.put(code, Policy.of(portal, group));
            }
        });
    }

    /** Whether they are those of this very state; each change makes another one, so nothing else need be compared. */
    @SuppressWarnings("ReferenceEquality")
    public boolean of(PortalDirectory state) {
        return directory == state;
    }

    /** The policy in force for a group. */
    public Policy of(@Nullable String group) {
        return group == null ? usual : overridden.getOrDefault(group, usual);
    }
}
