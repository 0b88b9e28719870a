package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What no route gets to see, since the platform itself refuses it; and what that leaves in the metrics. */
public final class OddRequests {
    private static final int ODD = 200;

    private final RawHttp http;
    private final String headers;

    /**
     * @param headers of every request, each line with its end: who asks
     */
    public OddRequests(URI base, String headers) {
        this.http = new RawHttp(base);
        this.headers = headers;
    }

    /** Each kind of request that is refused, with its answer. */
    public Map<String, RawHttp.Answer> refused() throws IOException {
        Map<String, RawHttp.Answer> answers = new LinkedHashMap<>();
        answers.put("400 malformed percent", get("/v1/%zz"));
        answers.put("400 malformed percent in a query", get("/v1/portals/acme?q=%zz"));
        answers.put("400 NUL", get("/v1/portals/a%00b"));
        answers.put("404 no route", get("/v1/nothing/here"));
        answers.put("404 no route at the root", get("/nothing"));
        answers.put("414 long address", get("/v1/portals/" + "x".repeat(60_000)));
        answers.put(
                "431 long header",
                http.send("GET", "/v1/portals", headers + "X: " + "x".repeat(60_000) + "\r\n", new byte[0]));
        answers.put(
                "413 long body",
                http.send(("POST /v1/portals HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n" + headers + "\r\n{")
                        .getBytes(UTF_8)));
        answers.put(
                "415 no media type",
                http.send("POST", "/v1/portals", headers + "Content-Type: x\r\n", new byte[] {'{'}));
        answers.put(
                "406 no media type accepted", http.send("GET", "/v1/portals", headers + "Accept: x\r\n", new byte[0]));
        return answers;
    }

    /** Bytes that are no HTTP, with their answers. */
    public Map<String, RawHttp.Answer> noHttp() throws IOException {
        Map<String, RawHttp.Answer> answers = new LinkedHashMap<>();
        answers.put("400 a space in the address", raw("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"));
        answers.put("400 no version", raw("GET /a NONSENSE\r\nHost: x\r\n\r\n"));
        answers.put("400 a bad header name", raw("GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n"));
        answers.put("400 raw characters", raw("GET /a|b{c} HTTP/1.1\r\nHost: x\r\n\r\n"));
        answers.put("400 no host", raw("GET / HTTP/1.1\r\n\r\n"));
        answers.put("414 an endless address", raw("GET /" + "x".repeat(400_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"));
        answers.put(
                "431 an endless header", raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(400_000) + "\r\n\r\n"));
        return answers;
    }

    /** Asks 200 odd addresses in odd ways; which label values of the metrics of HTTP are new after that. */
    public Set<String> newLabels() throws IOException {
        // The second reading is labelled by the first.
        labels();
        Set<String> before = labels();
        for (int i = 0; i < ODD; i++) {
            String odd = UUID.randomUUID().toString();
            switch (i % 8) {
                case 0 -> get("/" + odd + "/%zz");
                case 1 -> get("/v1/portals/" + odd + "/%00");
                case 2 -> get("/" + odd);
                case 3 -> http.send("M" + odd.substring(0, 8), "/" + odd, headers, new byte[0]);
                case 4 -> http.send("POST", "/v1/" + odd, headers + "Content-Type: x\r\n", new byte[0]);
                case 5 -> get("/assets/" + odd);
                case 6 -> get("/q/" + odd);
                default -> get("/portals/" + odd + "/responses?" + odd);
            }
        }
        Set<String> after = labels();
        after.removeAll(before);
        return after;
    }

    private Set<String> labels() throws IOException {
        Set<String> labels = new TreeSet<>();
        for (String line : scrape().split("\n")) {
            if (line.startsWith("http_") && line.contains("uri=\"")) {
                int from = line.indexOf("uri=\"") + 5;
                labels.add(line.substring(from, line.indexOf('"', from)));
                int method = line.indexOf("method=\"") + 8;
                labels.add(line.substring(method, line.indexOf('"', method)));
            }
        }
        return labels;
    }

    private String scrape() throws IOException {
        try (InputStream in = http.address("/q/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private RawHttp.Answer get(String target) throws IOException {
        return http.send("GET", target, headers, new byte[0]);
    }

    private RawHttp.Answer raw(String request) throws IOException {
        return http.send(request.getBytes(UTF_8));
    }
}
