package io.amends.contracts.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A declared measure and its own scale.
 *
 * @param min lowest score, included; null for fcr
 * @param max highest score, included; null for fcr
 */
public record Measure(Kind kind, @Nullable BigDecimal min, @Nullable BigDecimal max) {

    /** The kinds of measures; fcr is yes/no, all others are scores. */
    public enum Kind {
        @JsonProperty("star")
        STAR,
        @JsonProperty("csat")
        CSAT,
        @JsonProperty("nps")
        NPS,
        @JsonProperty("ces")
        CES,
        @JsonProperty("fcr")
        FCR,
        @JsonProperty("scalar")
        SCALAR
    }
}
