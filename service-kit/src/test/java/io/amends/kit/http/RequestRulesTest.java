package io.amends.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Reason;
import io.amends.kit.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {

    @Test
    @DisplayName("H2: a parameter that is no text is refused by its name")
    void named() {
        assertThat(refused("/v1/portals/a%00b", null, "/v1/portals/{cpc}").pointer())
                .isEqualTo("{cpc}");
        assertThat(refused("/v1/portals/a%00b", null, null).pointer()).isEqualTo("path");
        assertThat(refused("/v1", "a=1&q=%zz", null))
                .isEqualTo(new Reason("?q", "has a % that is not followed by two hexadecimal digits"));
        assertThat(refused("/v1", "q=%ED%A0%80", null)).isEqualTo(new Reason("?q", "must be UTF-8"));
        assertThat(refused("/v1", "q=%00", null).reason()).contains("NUL");
        assertThat(refused("/v1", "a%00=1", null).pointer()).isEqualTo("?a\uFFFD");
    }

    @Test
    @DisplayName("H2: a semicolon in a path is refused: what stands behind it would be dropped")
    void semicolon() {
        assertThat(refused("/v1/portals/acme;x", null, "/v1/portals/{cpc}"))
                .isEqualTo(new Reason("{cpc}", "has a semicolon, which is written as %3B in a path"));
        assertThatCode(() -> RequestRules.address("/v1/portals/a%3Bb", null, path -> null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/portals/acme/contacts/..", "/v1/portals/acme/contacts/%2e%2E", "/v1/./x", "/v1/.%2e/x"})
    @DisplayName("D4: steps of dots are refused: the request would be about something else")
    void dots(String path) {
        assertThat(refused(path, null, null).reason()).startsWith("is nothing but dots");
    }

    @Test
    @DisplayName("D4: a write whose parameter is given twice, or whose last step is missing, is refused")
    void writes() {
        assertThat(refusedWrite("/v1/x", "a=1&response%49d=x&&responseId=y", null))
                .isEqualTo(new Reason("?responseId", "is given more than once"));
        assertThat(refusedWrite("/v1/x/r1", "responseId=y", "/v1/x/{responseId}"))
                .isEqualTo(new Reason("?responseId", "is given more than once"));
        assertThat(refusedWrite("/v1/portals/acme/", null, null).reason()).startsWith("ends with a slash");
        for (String query : Arrays.asList("a=1&b=1&&", null)) {
            assertThatCode(() -> RequestRules.write("/v1/x", query, path -> null))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("H2: an address that is too long is 414")
    void tooLong() {
        assertThatThrownBy(
                        () -> RequestRules.address("/" + "x".repeat(RequestRules.LONGEST_ADDRESS), null, path -> null))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(414));
    }

    @Test
    @DisplayName("H2: an id of any characters has an address")
    void taken() {
        assertThatCode(() -> RequestRules.address(
                        "/v1/" + "%F0%9F%98%80".repeat(200) + "/%2F%25%5C", "q=a+b%20%C3%BC&&x=&=;y", path -> null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "/", "application/json; charset=nosuch", "a/b/c d", ";"})
    @DisplayName("H2: a body whose type is none is 415")
    void contentType(String type) {
        assertThatThrownBy(() -> RequestRules.contentType(type))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(415));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv; charset=UTF-8", "multipart/form-data; boundary=\"x y\""})
    @DisplayName("H2: a body whose type is one is taken further")
    void contentTypeTaken(String type) {
        assertThatCode(() -> RequestRules.contentType(type)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, identity", "x"})
    @DisplayName("H2: a compressed body is 415, however small it is")
    void contentEncoding(String encoding) {
        assertThatThrownBy(() -> RequestRules.contentEncoding(encoding))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(415));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "identity", "Identity"})
    @DisplayName("H2: a body that is not compressed is taken further")
    void contentEncodingTaken(String encoding) {
        assertThatCode(() -> RequestRules.contentEncoding(encoding)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "application/json;q=much", "text/csv,,/"})
    @DisplayName("H2: an Accept that is no list of media types is 406")
    void accept(String accept) {
        assertThatThrownBy(() -> RequestRules.accept(accept))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(406));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "TEXT/CSV"})
    @DisplayName("H2: an Accept that is a list of media types is taken further")
    void acceptTaken(String accept) {
        assertThatCode(() -> RequestRules.accept(accept)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("F1: what is refused by q=0 is not accepted; who refuses all gets 406")
    void acceptNothing() {
        for (String refused : new String[] {"text/csv;q=0", "*/*;q=0.0", "application/json;q=0, text/csv;q=0.000"}) {
            assertThatThrownBy(() -> RequestRules.accept(refused))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.status()).isEqualTo(406));
        }
        assertThat(RequestRules.accept("text/csv;q=0, application/json")).isEqualTo("application/json");
        assertThat(RequestRules.accept("application/json;q=0, text/csv;q=0.5")).isEqualTo("text/csv;q=0.5");
        assertThat(RequestRules.accept("text/csv;q=0.1,*/*")).isEqualTo("text/csv;q=0.1,*/*");
    }

    @Path("/v1/portals/{cpc}")
    static class Resource {
        @GET
        public void all() {}

        @GET
        @Path("rules/{number: [0-9]+}")
        public void rule() {}

        @GET
        @Path("rules/new")
        public void fresh() {}
    }

    @Test
    @DisplayName("G4: an address is known by its route, and a route by itself")
    void routes() {
        var patterns = Routes.read(Stream.of(Resource.class));

        assertThat(patterns.keySet())
                .containsExactly(
                        "/v1/portals/{cpc}", "/v1/portals/{cpc}/rules/new", "/v1/portals/{cpc}/rules/{number}");
        assertThat(patterns.get("/v1/portals/{cpc}")
                        .matcher("/v1/portals/a%00.b")
                        .matches())
                .isTrue();
        assertThat(patterns.get("/v1/portals/{cpc}").matcher("/v1/portals/a/b").matches())
                .isFalse();
    }

    private static Reason refusedWrite(String path, @Nullable String query, @Nullable String template) {
        try {
            RequestRules.write(path, query, any -> template);
        } catch (Problem problem) {
            return problem.details().errors().get(0);
        }
        throw new AssertionError("taken");
    }

    private static Reason refused(String path, @Nullable String query, @Nullable String template) {
        try {
            RequestRules.address(path, query, any -> template);
        } catch (Problem problem) {
            assertThat(problem.status()).isEqualTo(400);
            return problem.details().errors().get(0);
        }
        throw new AssertionError("taken");
    }
}
