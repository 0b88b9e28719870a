package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** One scored answer: a number on its measure's own scale, or yes/no for FCR. In JSON a number or a boolean. */
public sealed interface Answer {

    /** A score on the measure's own scale, never flattened to another one. */
    record Score(@JsonValue BigDecimal value) implements Answer {}

    /** A yes/no answer, such as first-contact resolution. */
    record YesNo(@JsonValue boolean yes) implements Answer {}

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException if the value is neither a number nor a boolean
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Answer of(Object json) {
        if (json instanceof Boolean yes) {
            return new YesNo(yes);
        }
        if (json instanceof Number number) {
            return new Score(new BigDecimal(number.toString()));
        }
        throw new IllegalArgumentException("an answer is a number, true or false");
    }
}
