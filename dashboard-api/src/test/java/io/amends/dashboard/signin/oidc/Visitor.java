package io.amends.dashboard.signin.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that keeps cookies by host, port and path, and follows redirects when it is told to. */
final class Visitor {
    private static final int MOST_REDIRECTS = 10;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, HttpCookie>> cookies = new HashMap<>();

    /** One request. */
    HttpResponse<String> get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)));
    }

    /** One request of a form that a page of the same site has sent. */
    HttpResponse<String> post(String address, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The page to which an answer leads in the end. */
    HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> now = answer;
        for (int i = 0; i < MOST_REDIRECTS && location(now) != null; i++) {
            now = get(String.valueOf(location(now)));
        }
        return now;
    }

    /** Where an answer leads to; null for a page. */
    static @Nullable String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(there -> answer.uri().resolve(there).toString())
                .orElse(null);
    }

    /** The cookies of a site by their names. */
    Map<String, HttpCookie> cookies(String address) {
        return cookies.computeIfAbsent(URI.create(address).getAuthority(), site -> new HashMap<>());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        URI there = request.build().uri();
        String sent = cookies(there.toString()).values().stream()
                .filter(cookie -> there.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(cookie -> keep(there, cookie));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(URI there, HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies(there.toString()).remove(cookie.getName());
        } else {
            cookies(there.toString()).put(cookie.getName(), cookie);
        }
    }
}
