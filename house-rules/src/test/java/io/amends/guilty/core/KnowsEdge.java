package io.amends.guilty.core;

import io.amends.guilty.edge.KnowsCore;

/** Breaks two rules on purpose: it knows an edge, and with it goes in a circle. */
public record KnowsEdge(KnowsCore edge) {}
