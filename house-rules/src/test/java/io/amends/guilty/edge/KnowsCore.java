package io.amends.guilty.edge;

import io.amends.guilty.core.KnowsEdge;

/** An edge may know the core; with the core's own guilt it makes a circle. */
public record KnowsCore(KnowsEdge core) {}
