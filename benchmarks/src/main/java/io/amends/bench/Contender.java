package io.amends.bench;

import java.util.concurrent.Callable;

/**
 * One way to do the work.
 *
 * @param round does it once and tells its rate in events per second
 */
public record Contender(String name, Callable<Double> round) {}
