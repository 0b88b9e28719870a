package io.amends.guilty.edge;

import io.amends.neighbour.Service;

/** Knows another service on purpose. */
record KnowsNeighbour(Service service) {}
