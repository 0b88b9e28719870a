package io.amends.ingest.sources;

import org.jdbi.v3.core.Handle;

/**
 * Where opt-outs that vendors tell go to. As long as there is no bean of it they are listed with the deliveries of their
 * source and have no other effect.
 */
public interface UnsubscribeHandler {

    /** Keeps an opt-out, in the transaction in which its webhook is read. The same one may come again. */
    void unsubscribed(Handle tx, Unsubscribed who);
}
