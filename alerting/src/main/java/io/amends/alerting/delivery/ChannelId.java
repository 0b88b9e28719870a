package io.amends.alerting.delivery;

/** A channel of a portal's directory, by its code (C8). */
public record ChannelId(String portal, String code) {

    /** The channel that a post goes to. */
    static ChannelId of(Claim claim) {
        return new ChannelId(claim.portal(), claim.to().address());
    }
}
