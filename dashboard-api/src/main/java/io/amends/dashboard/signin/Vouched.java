package io.amends.dashboard.signin;

import io.amends.dashboard.signin.core.Session;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Lets people in for whom somebody else vouches, with a session like any other (H1). */
@ApplicationScoped
public class Vouched {
    private final Accounts accounts;
    private final Epochs epochs;
    private final Entrance entrance;

    Vouched(Accounts accounts, Epochs epochs, Entrance entrance) {
        this.accounts = accounts;
        this.epochs = epochs;
        this.entrance = entrance;
    }

    /** Begins a session and leads to the page that was asked for; null where that person is nothing anywhere, or switched off. */
    public @Nullable Response enter(RoutingContext context, String login, @Nullable String address) {
        Accounts.Account account = accounts.named(login);
        return account == null
                ? null
                : entrance.enter(context, account.user(), Session.Way.VOUCHED, epochs.signedIn(login, address));
    }
}
