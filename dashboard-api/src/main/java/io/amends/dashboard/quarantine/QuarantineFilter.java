package io.amends.dashboard.quarantine;

import io.amends.contracts.IdText;
import io.amends.contracts.api.NewBulkRepair.BulkFilter;
import io.amends.contracts.api.ResponseStanding.QuarantineCause;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the quarantine is looked at, as an address names it; what it names wrongly is not asked for. */
public class QuarantineFilter {
    @QueryParam("cause")
    @Nullable
    String cause;

    @QueryParam("rgid")
    @Nullable
    String rgid;

    @QueryParam("segment")
    @Nullable
    String segment;

    @Nullable
    QuarantineCause known() {
        return Arrays.stream(QuarantineCause.values())
                .filter(one -> one.name().equals(cause))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String group() {
        return IdText.orNull(rgid);
    }

    @Nullable
    String ofSegment() {
        return IdText.orNull(segment);
    }

    /** Whether it leaves anything out. */
    boolean narrows() {
        return known() != null || group() != null || ofSegment() != null;
    }

    BulkFilter asked() {
        return new BulkFilter(known(), group(), ofSegment());
    }

    /** The address of a page of the list. */
    String address(String cpc, int page) {
        return "/portals/" + cpc + "/quarantine" + query(page);
    }

    /** The address to which a form over this list is sent. */
    String many(String cpc) {
        return "/portals/" + cpc + "/quarantine/many" + query(0);
    }

    /** The address of everything in quarantine for one reason, of one group or segment. */
    static String address(String cpc, QuarantineCause cause, @Nullable String group, @Nullable String segment) {
        QuarantineFilter filter = new QuarantineFilter();
        filter.cause = cause.name();
        filter.rgid = group;
        filter.segment = segment;
        return filter.address(cpc, 0);
    }

    private String query(int page) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "cause", known());
        put(parameters, "rgid", group());
        put(parameters, "segment", ofSegment());
        put(parameters, "page", page == 0 ? null : page);
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
