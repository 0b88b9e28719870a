package io.amends.alerting.urgent;

import io.amends.contracts.Delivered;

/** Whom a message tells cases at once, and by which channel. */
record ToldBy(String portal, String contactId, Delivered.Channel channel) {}
