package io.amends.dashboard.testing;

import com.sun.net.httpserver.HttpExchange;
import io.amends.local.testing.PersonToken;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page asks a neighbour that is played, and what they may, as the real ones decide it by the table of roles (H1).
 *
 * @param said null for a service's own key alone, which may everything
 */
record Asker(PersonToken.@Nullable Said said) {
    static Asker of(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst(PersonToken.HEADER);
        return new Asker(token == null ? null : PersonToken.read(token));
    }

    boolean sees(String group) {
        return said == null
                || said.link()
                || said.roles().contains("admin")
                || said.roles().contains("auditor")
                || own(group);
    }

    boolean notes(String group) {
        return said == null || said.link() || said.roles().contains("admin") || own(group);
    }

    boolean decides(String group) {
        return said == null || said.roles().contains("admin") || (said.roles().contains("lead") && own(group));
    }

    /** Whether they may propose what they may not decide. */
    boolean proposes(String group) {
        return decides(group) || (said != null && said.roles().contains("agent") && own(group));
    }

    /** Whether the administration is theirs to see, or to change. */
    boolean administers(boolean changing) {
        return said == null
                || said.roles().contains("admin")
                || (!changing && said.roles().contains("auditor"));
    }

    /** With what they are refused who want to decide on something of this group; 0: they are not. */
    int refusedToDecide(String group) {
        return decides(group) ? 0 : sees(group) ? 403 : 404;
    }

    private boolean own(String group) {
        return said != null
                && (said.roles().contains("lead") || said.roles().contains("agent"))
                && said.groups().contains(group);
    }
}
