package io.amends.dashboard.directory;

/** A portal is being deleted: who keeps something of it ends that in the same transaction. */
public record PortalDeleted(String cpc) {}
