package io.amends.alerting.delivery;

import io.amends.contracts.directory.AlertChannel.ChannelKind;
import io.amends.kit.directory.PortalDirectory;
import java.time.Instant;

/** Writes the samples by which channels are tested (C8). */
public interface SamplePosts {
    /** The body of a sample that says that it is one. */
    byte[] body(PortalDirectory portal, String channel, ChannelKind kind, Instant at);
}
