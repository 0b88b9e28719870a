package io.amends.contracts.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.amends.contracts.Json;
import io.amends.contracts.LaterFields;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Record and golden example of everything that services exchange over HTTP agree. */
class GoldenApiTest {

    /** Every record of the package that stands by itself. */
    static List<Class<?>> shapes() throws Exception {
        URI folder = RulesTag.class.getResource("RulesTag.class").toURI();
        try (Stream<Path> files = Files.list(Path.of(folder).getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .<Class<?>>map(name -> named(name.substring(0, name.indexOf('.'))))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    @DisplayName("the golden example of a shape, read into its record and written back, is the same to the byte")
    @ParameterizedTest
    @MethodSource("shapes")
    void sameAfterReadingAndWriting(Class<?> shape) throws IOException {
        String written = new String(Json.write(GoldenApi.of(shape)), UTF_8);

        assertThat(written).isEqualTo(withoutBlanks(GoldenApi.bytes(shape)));
    }

    @DisplayName("a shape ignores fields that it does not know, at every depth")
    @ParameterizedTest
    @MethodSource("shapes")
    void unknownFieldsAreIgnored(Class<?> shape) throws IOException {
        JsonNode extended = Json.MAPPER.readTree(GoldenApi.bytes(shape));
        LaterFields.add(extended);

        assertThat(Json.read(Json.write(extended), shape)).hasSameClassAs(GoldenApi.of(shape));
    }

    @DisplayName("a shape without a golden example is noticed")
    @Test
    void withoutExample() {
        assertThatThrownBy(() -> GoldenApi.of(RulesTag.class)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same tokens: a tree would make 4 of 4.0. */
    private static String withoutBlanks(byte[] json) throws IOException {
        StringWriter written = new StringWriter();
        try (JsonParser tokens = Json.MAPPER.createParser(json);
                JsonGenerator copy = Json.MAPPER.createGenerator(written)) {
            while (tokens.nextToken() != null) {
                copy.copyCurrentEvent(tokens);
            }
        }
        return written.toString();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(RulesTag.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
