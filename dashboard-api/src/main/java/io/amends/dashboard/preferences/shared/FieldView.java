package io.amends.dashboard.preferences.shared;

import io.amends.dashboard.studio.shared.Option;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, in finished words.
 *
 * @param face what stands around it
 * @param values what is typed in it, one for each control
 * @param options what can be chosen or is proposed; empty where anything can be typed
 * @param error what is wrong with it; null if nothing is
 * @param shown its value for whoever only reads; empty without one
 */
public record FieldView(Face face, List<String> values, List<Option> options, @Nullable String error, String shown) {

    /** How it is typed. */
    public enum Input {
        TEXT,
        TIME,
        DATE,
        CHECK,
        AREA,
        /** One of the options, or for each control one of them. */
        SELECT,
        /** Any of the options. */
        TICKS,
        /** Anything, with the options as proposals. */
        LIST
    }

    /**
     * What stands around a field.
     *
     * @param name by which it is posted
     * @param hint what it does, in one sentence; null without
     * @param several whether it has several controls
     */
    public record Face(String name, String label, @Nullable String hint, Input input, boolean several) {
        public Face(String name, String label, @Nullable String hint, Input input) {
            this(name, label, hint, input, false);
        }
    }

    /** The one value; empty without. */
    public String value() {
        return values.isEmpty() ? "" : values.get(0);
    }

    public boolean text() {
        return face.input == Input.TEXT || face.input == Input.LIST;
    }

    public boolean time() {
        return face.input == Input.TIME;
    }

    public boolean check() {
        return face.input == Input.CHECK;
    }

    public boolean area() {
        return face.input == Input.AREA;
    }

    public boolean select() {
        return face.input == Input.SELECT;
    }

    public boolean ticks() {
        return face.input == Input.TICKS;
    }

    public boolean list() {
        return face.input == Input.LIST;
    }

    /** The ids of what describes the field, for whoever hears it. */
    public @Nullable String describedBy() {
        String error = this.error == null ? "" : face.name + "-error";
        String hint = face.hint == null ? "" : face.name + "-hint";
        String both = (error + " " + hint).strip();
        return both.isEmpty() ? null : both;
    }

    /** One of some options, of which that with the written value is chosen. */
    public static FieldView oneOf(Face face, String written, @Nullable String error, Option... options) {
        List<Option> marked = Stream.of(options)
                .map(option -> new Option(
                        option.value(), option.label(), option.value().equals(written)))
                .toList();
        String shown = marked.stream()
                .filter(Option::chosen)
                .map(Option::label)
                .findFirst()
                .orElse(written);
        return new FieldView(face, List.of(written), marked, error, shown);
    }

    /** Any of some options, of which those with a written value are chosen. */
    public static FieldView anyOf(Face face, List<String> written, @Nullable String error, List<Option> options) {
        List<Option> marked = options.stream()
                .map(option -> new Option(option.value(), option.label(), written.contains(option.value())))
                .toList();
        String shown = marked.stream().filter(Option::chosen).map(Option::label).collect(Collectors.joining(", "));
        return new FieldView(face, written, marked, error, shown);
    }

    /** One control for each value. */
    public List<Control> controls() {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Control(
                        i + 1,
                        values.get(i),
                        options.stream()
                                .map(o -> new Option(o.value(), o.label(), Objects.equals(o.value(), values.get(i))))
                                .toList()))
                .toList();
    }

    /** One control of several. */
    public record Control(int number, String value, List<Option> options) {}
}
