package io.amends.dashboard.recovery.core;

import io.amends.kit.link.ReportLink;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the dialog was addressed (D3). */
public sealed interface Opening {
    String cpc();

    /** The parameters of its address, without the position. */
    Map<String, String> parameters();

    /** A report's link opens it: it shows what the report holds, to whoever has the link. */
    record ByLink(String cpc, String token, ReportLink link) implements Opening {
        public boolean wholeReport() {
            return link.wholeReport();
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("cpc", cpc);
            parameters.put("t", token);
            return parameters;
        }
    }

    /** Two of group, date and ticket open it, for whoever is signed in. */
    record ByTwo(String cpc, @Nullable String rgid, @Nullable String date, @Nullable String tid) implements Opening {

        /** Whether exactly two are given. */
        public boolean complete() {
            return Stream.of(present(rgid), present(date), present(tid))
                            .filter(p -> p)
                            .count()
                    == 2;
        }

        /** Whether it names the group and the ticket of a response. */
        public boolean names(String group, String ticketId) {
            return group.equals(rgid) && ticketId.equals(tid);
        }

        /** Whether it names another group. */
        public boolean namesAnotherGroup(String group) {
            return present(rgid) && !group.equals(rgid);
        }

        @Override
        public Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("cpc", cpc);
            put(parameters, "rgid", rgid);
            put(parameters, "date", date);
            put(parameters, "tid", tid);
            return parameters;
        }

        private static void put(Map<String, String> parameters, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                parameters.put(name, value);
            }
        }

        private static boolean present(@Nullable String value) {
            return value != null && !value.isBlank();
        }
    }
}
