package io.amends.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks every route of {@code /v1} of a running service, as its OpenAPI document has them, in the name of each role, with ids
 * of their own group, of another group and of another portal, and holds the answers against a table (H1).
 *
 * <p>The table has a row a route: its method, its path, and a word for each of {@code agent lead admin ops auditor link
 * elsewhere}. A word is {@code yes} (the role passed: the answer is a good one, or refuses what was sent), {@code 403} or
 * {@code 404}; two with a slash between are for their own group and for another one. {@code elsewhere} is for everybody
 * with ids of another portal, and for an admin of that other portal with ids of this one. Where 404 is expected the body must
 * be, but for the ids, the one of ids that are not there. A token with a wrong signature must get 401 from every route.
 */
public final class EveryRole {
    private static final List<String> COLUMNS =
            List.of("agent", "lead", "admin", "ops", "auditor", "link", "elsewhere");
    private static final List<String> MEMBERS = COLUMNS.subList(0, 6);
    private static final int ELSEWHERE = MEMBERS.size();
    private static final Set<Integer> REFUSES_WHAT_WAS_SENT = Set.of(400, 409, 410, 412, 422, 428);
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String CPC = "cpc";
    private static final String NOT_THERE = "00000000-0000-4000-8000-000000000000";

    /** Whose ids a route is asked with. */
    public enum Whose {
        /** Those of the group that is the agent's and the lead's own. */
        OWN_GROUP,
        /** Those of another group of the same portal. */
        OTHER_GROUP,
        /** Those of another portal. */
        OTHER_PORTAL
    }

    /** How a route is asked; names in braces stand for ids. */
    private record AskedRoute(String method, String address, String type, String body) {
        boolean names(String id) {
            return (address + body).contains("{" + id + "}");
        }
    }

    /** What came back. */
    private record Heard(int statusCode, String body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String key;
    private final String group;
    private final String contact;
    private final Map<Whose, Map<String, String>> ids = new EnumMap<>(Whose.class);
    private final Map<String, String> notThere = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    /**
     * @param key of a service that may ask in a person's name; empty for a service that runs without keys
     * @param group of the agent and the lead
     * @param contact that everybody is
     */
    public EveryRole(URI base, String key, String group, String contact) {
        this.base = base;
        this.key = key;
        this.group = group;
        this.contact = contact;
    }

    /** The ids by the names that paths, and what is said by {@link #asked}, have for them; {@code cpc} is the portal. */
    public EveryRole ids(Whose whose, Map<String, String> named) {
        ids.put(whose, Map.copyOf(named));
        return this;
    }

    /** An id that is not there, where it cannot be a UUID. */
    public EveryRole notThere(String name, String id) {
        notThere.put(name, id);
        return this;
    }

    /**
     * A route that needs more than its path.
     *
     * @param address with its query, and names in braces for ids
     * @param body the same; empty for none
     */
    public EveryRole asked(String route, String address, String body) {
        addresses.put(route, address);
        bodies.put(route, body);
        return this;
    }

    /** A route that asks nobody who they are in a portal, since it has another way to know who is there. */
    public EveryRole open(String route) {
        open.add(route);
        return this;
    }

    /** Asks everything; what is wrong with which route. */
    public List<String> findings(String table) throws IOException, InterruptedException {
        Map<String, String[]> rows = new TreeMap<>();
        table.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] words = line.split("\\s+");
            if (words.length != 2 + COLUMNS.size()) {
                throw new IllegalArgumentException("a row has a method, a path, and " + COLUMNS + ", not: " + line);
            }
            rows.put(
                    words[0] + " " + words[1],
                    List.of(words).subList(2, words.length).toArray(String[]::new));
        });
        for (Map.Entry<String, JsonNode> path : OpenApiRoutes.paths(base).properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                String route = method + " " + path.getKey();
                if (!OpenApiRoutes.METHODS.contains(operation.getKey())
                        || !path.getKey().startsWith("/v1")
                        || open.contains(route)) {
                    continue;
                }
                String[] row = rows.remove(route);
                if (row == null) {
                    findings.add(route + " is not in the table");
                    continue;
                }
                String usual = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
                AskedRoute asked = new AskedRoute(
                        method,
                        addresses.getOrDefault(route, path.getKey()),
                        OpenApiRoutes.contentType(operation.getValue()),
                        bodies.getOrDefault(route, usual));
                ask(route, asked, row);
            }
        }
        rows.keySet().forEach(route -> findings.add(route + " is in the table, and not in the document"));
        return findings;
    }

    private void ask(String route, AskedRoute asked, String[] row) throws IOException, InterruptedException {
        Map<String, String> own = of(Whose.OWN_GROUP);
        Map<String, String> otherGroup = of(Whose.OTHER_GROUP);
        Map<String, String> otherPortal = of(Whose.OTHER_PORTAL);
        String here = own.getOrDefault(CPC, "");
        for (int i = 0; i < MEMBERS.size(); i++) {
            String role = MEMBERS.get(i);
            String[] expected = row[i].split("/");
            check(route + " by " + role, asked, member(role, here), own, expected[0], false);
            if (!filled(asked.address() + asked.body(), own)
                    .equals(filled(asked.address() + asked.body(), otherGroup))) {
                String what = route + " of another group by " + role;
                check(what, asked, member(role, here), otherGroup, expected[expected.length - 1], false);
            }
            check(
                    route + " of another portal by " + role,
                    asked,
                    member(role, here),
                    otherPortal,
                    row[ELSEWHERE],
                    true);
        }
        PersonToken stranger = PersonToken.admin("user:stranger", otherPortal.getOrDefault(CPC, ""));
        check(route + " by an admin of another portal", asked, stranger, own, row[ELSEWHERE], true);
        PersonToken forged = PersonToken.admin("user:forged", here).forged();
        check(route + " with a forged token", asked, forged, own, "401", false);
    }

    private void check(
            String what,
            AskedRoute asked,
            PersonToken person,
            Map<String, String> named,
            String expected,
            boolean elsewhere)
            throws IOException, InterruptedException {
        Heard answer = send(asked, person, named);
        int status = answer.statusCode();
        boolean right = expected.equals("yes")
                ? status / 100 == 2 || status / 100 == 3 || REFUSES_WHAT_WAS_SENT.contains(status)
                : expected.equals(Integer.toString(status));
        if (!right) {
            findings.add(what + " is to be " + expected + ", and is " + status + " " + answer.body());
            return;
        }
        boolean other = named.keySet().stream().anyMatch(id -> !id.equals(CPC) && asked.names(id));
        if (status != 404 || !(other || (elsewhere && asked.names(CPC)))) {
            return;
        }
        Map<String, String> missing = named.keySet().stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> id.equals(CPC) && !elsewhere
                                ? named.getOrDefault(id, "")
                                : notThere.getOrDefault(id, NOT_THERE)));
        Heard none = send(asked, person, missing);
        if (none.statusCode() != status || !nameless(none, asked, missing).equals(nameless(answer, asked, named))) {
            findings.add(what + " tells " + answer.body() + ", and where nothing is " + none.statusCode() + " "
                    + none.body());
        }
    }

    /** A body in which the ids that were asked with have their names again. */
    private static String nameless(Heard answer, AskedRoute asked, Map<String, String> named) {
        String body = answer.body();
        for (Map.Entry<String, String> id : named.entrySet()) {
            if (asked.names(id.getKey())) {
                body = body.replace("'" + id.getValue() + "'", "{" + id.getKey() + "}");
            }
        }
        return body;
    }

    private PersonToken member(String role, String cpc) {
        return role.equals("link")
                ? PersonToken.of("recipient:" + contact, cpc).link().groups(group)
                : PersonToken.of("user:" + role, cpc).roles(role).groups(group).contact(contact);
    }

    private Map<String, String> of(Whose whose) {
        Map<String, String> named = ids.getOrDefault(whose, Map.of());
        if (!named.containsKey(CPC)) {
            throw new IllegalStateException("the ids " + whose + " need a " + CPC);
        }
        return named;
    }

    private static String filled(String text, Map<String, String> named) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String id = named.get(found.group(1));
            if (id == null) {
                throw new IllegalStateException("there is no id for {" + found.group(1) + "} in " + text);
            }
            return Matcher.quoteReplacement(id);
        });
    }

    private Heard send(AskedRoute asked, PersonToken person, Map<String, String> named)
            throws IOException, InterruptedException {
        String body = filled(asked.body(), named);
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(filled(asked.address(), named)));
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        HttpResponse<InputStream> answer = http.send(
                request.header(PersonToken.HEADER, person.signed())
                        .header("Content-Type", asked.type())
                        .method(
                                asked.method(),
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        // A stream, such as that of live events, has no end.
        boolean endless = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        try (InputStream content = answer.body()) {
            return new Heard(
                    answer.statusCode(), endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
