package io.amends.neighbour;

/** Stands for another service. */
public record Service() {}
