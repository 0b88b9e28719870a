package io.amends.alerting.candidate;

import io.amends.contracts.RecoveryDecided;

/** A decision and its bytes as they came. */
record DecidedEvent(RecoveryDecided decision, byte[] json) {}
