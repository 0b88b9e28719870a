package io.amends.dashboard.client;

import io.amends.kit.access.AccessFilter;
import io.amends.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.jspecify.annotations.Nullable;

/** Tells the service that is asked for a person from which address that person asks: its audit log has both (H4). */
@ApplicationScoped
public class FromAddress implements ClientRequestFilter {
    private final Caller caller;

    FromAddress(Caller caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ClientRequestContext request) {
        @Nullable String address = caller.signature().address();
        if (address != null && request.getHeaders().containsKey(AccessFilter.ON_BEHALF_OF)) {
            request.getHeaders().putSingle(AccessFilter.FROM_ADDRESS, address);
        }
    }
}
