package io.amends.guilty.core;

import java.sql.Connection;

/** Breaks the rule of the plain core on purpose. */
record KnowsSql(Connection connection) {}
