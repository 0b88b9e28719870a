package io.amends.local.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** What no route gets to see, since the platform itself refuses it; and what that leaves in the metrics. */
public final class OddRequests {
    private static final int ODD = 200;
    private static final String DETAILS = "\"status\":";
    private static final String PAGE = "<h1>";

    private final RawHttp http;
    private final String headers;
    private final List<String> bodies;

    /**
     * @param what names the request in a finding
     * @param status that it must be answered with
     */
    private record OddRequest(String what, int status, RawHttp.Reply answer) {}

    private OddRequests(URI base, String headers, List<String> bodies) {
        this.http = new RawHttp(base);
        this.headers = headers;
        this.bodies = bodies;
    }

    /**
     * Of a service for machines, which refuses with problem details.
     *
     * @param headers of every request, each line with its end: who asks
     */
    public static OddRequests of(URI base, String headers) {
        return new OddRequests(base, headers, List.of(DETAILS));
    }

    /** The same of a service that has pages, which shows people one of them instead. */
    public static OddRequests withPages(URI base, String headers) {
        return new OddRequests(base, headers, List.of(DETAILS, PAGE));
    }

    /** What the platform refuses: each answer that has another status or no such body, or that somebody may keep. */
    public List<String> refused() throws IOException {
        List<OddRequest> asked = List.of(
                new OddRequest("malformed percent", 400, get("/v1/%zz")),
                new OddRequest("malformed percent in a query", 400, get("/v1/portals/acme?q=%zz")),
                new OddRequest("NUL", 400, get("/v1/portals/a%00b")),
                new OddRequest("semicolon in a path", 400, get("/v1/portals/acme;other")),
                new OddRequest("dots in a path", 400, get("/v1/portals/acme/%2e%2e")),
                new OddRequest("no route", 404, get("/v1/nothing/here")),
                new OddRequest("no route at the root", 404, get("/nothing")),
                new OddRequest("long address", 414, get("/v1/portals/" + "x".repeat(60_000))),
                new OddRequest("long header", 431, send("GET", "X: " + "x".repeat(60_000))),
                new OddRequest(
                        "long body",
                        413,
                        raw("POST /v1/portals HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n" + headers
                                + "\r\n{")),
                new OddRequest("no media type", 415, send("POST", "Content-Type: x", (byte) '{')),
                new OddRequest(
                        "10 MB of zeros in 10 KB",
                        415,
                        send("POST", "Content-Type: application/json\r\nContent-Encoding: gzip", packedZeros())),
                new OddRequest("no media type accepted", 406, send("GET", "Accept: x")));
        List<String> findings = findings(asked);
        for (OddRequest one : asked) {
            String head = one.answer().head().toLowerCase(Locale.ROOT);
            if (!head.contains("cache-control: no-store") || !head.contains("x-content-type-options: nosniff")) {
                findings.add(one.what() + " may be kept or guessed at: " + head);
            }
        }
        return findings;
    }

    /** Bytes that are no HTTP: each answer that has another status or no such body. */
    public List<String> noHttp() throws IOException {
        return findings(List.of(
                new OddRequest("a space in the address", 400, raw("GET /a b HTTP/1.1\r\nHost: x\r\n\r\n")),
                new OddRequest("no version", 400, raw("GET /a NONSENSE\r\nHost: x\r\n\r\n")),
                new OddRequest("a bad header name", 400, raw("GET / HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n\r\n")),
                new OddRequest("raw characters", 400, raw("GET /a|b{c} HTTP/1.1\r\nHost: x\r\n\r\n")),
                new OddRequest("no host", 400, raw("GET / HTTP/1.1\r\n\r\n")),
                new OddRequest(
                        "an endless address", 414, raw("GET /" + "x".repeat(400_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")),
                new OddRequest(
                        "an endless header",
                        431,
                        raw("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(400_000) + "\r\n\r\n"))));
    }

    private List<String> findings(List<OddRequest> asked) {
        List<String> findings = new ArrayList<>();
        for (OddRequest one : asked) {
            RawHttp.Reply answer = one.answer();
            if (answer.status() != one.status()) {
                findings.add(one.what() + ": " + answer.status() + " and not " + one.status());
            }
            if (bodies.stream().noneMatch(answer.body()::contains)) {
                findings.add(one.what() + " is not told what is wrong: '" + answer.body() + "'");
            }
        }
        return findings;
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

    private static byte[] packedZeros() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(new byte[10_000_000]);
        }
        return packed.toByteArray();
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

    private RawHttp.Reply get(String target) throws IOException {
        return http.send("GET", target, headers, new byte[0]);
    }

    private RawHttp.Reply send(String method, String header, byte... body) throws IOException {
        return http.send(method, "/v1/portals", headers + header + "\r\n", body);
    }

    private RawHttp.Reply raw(String request) throws IOException {
        return http.send(request.getBytes(UTF_8));
    }
}
