package io.amends.dashboard.signin.oidc.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.access.Role;
import io.amends.contracts.directory.EntryRules;
import io.amends.dashboard.people.core.Logins;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which roles a value of the roles claim gives (H1): {@code {"support-leads": ["acme:lead", "beta:agent"]}}. */
public final class RoleMap {
    private static final String SETTING = "AMENDS_OIDC_ROLE_MAP";
    private static final Set<Role> EVERYWHERE = Set.of(Role.ADMIN, Role.OPS);

    private final Map<String, Set<ClaimedRole>> byValue = new HashMap<>();

    /**
     * Reads the map; what is blank gives nobody a role.
     *
     * @throws IllegalArgumentException that says in one line what is wrong
     */
    public RoleMap(String json) {
        if (!json.isBlank()) {
            tree(json).properties().forEach(entry -> byValue.put(entry.getKey(), roles(entry.getValue())));
        }
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode tree = Json.MAPPER.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(SETTING + " is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException(
                SETTING + " is a JSON object of lists, such as {\"support-leads\": [\"acme:lead\"]}");
    }

    private static Set<ClaimedRole> roles(JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException(SETTING + ": " + list + " is no list, such as [\"acme:lead\"]");
        }
        Set<ClaimedRole> roles = new LinkedHashSet<>();
        list.forEach(entry -> roles.add(role(entry.asText())));
        return roles;
    }

    private static ClaimedRole role(String written) {
        int colon = written.indexOf(':');
        String portal = colon < 0 ? "" : written.substring(0, colon);
        Role role = Role.of(written.substring(colon + 1))
                .orElseThrow(() -> new IllegalArgumentException(SETTING + ": \"" + written
                        + "\" is no portal:role with one of the roles " + List.of(Role.values())));
        if (portal.equals(Logins.INSTALLATION)) {
            if (!EVERYWHERE.contains(role)) {
                throw new IllegalArgumentException(SETTING + ": \"" + written
                        + "\" is a role of a portal; everywhere there are *:admin and *:ops");
            }
        } else if (!EntryRules.isCode(portal)) {
            throw new IllegalArgumentException(SETTING + ": \"" + written + "\" must begin with a portal and a colon");
        }
        return new ClaimedRole(portal, role);
    }

    /** The roles of whoever has these values, by portal. */
    public Map<String, Set<Role>> of(Collection<String> values) {
        return values.stream()
                .flatMap(value -> byValue.getOrDefault(value, Set.of()).stream())
                .collect(Collectors.groupingBy(
                        ClaimedRole::portal, Collectors.mapping(ClaimedRole::role, Collectors.toSet())));
    }
}
