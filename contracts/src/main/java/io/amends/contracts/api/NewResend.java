package io.amends.contracts.api;

import org.jspecify.annotations.Nullable;

/**
 * What is posted to send a message again (C9, F7).
 *
 * @param reason why, for the audit log
 * @param resends how often it had been sent again when somebody decided to; if it was sent again since, it is not once more,
 *     so that two clicks send one. Absent: however often
 * @param wantedAgain whether the recipient, whose number answered STOP, has said that they want text messages again
 */
public record NewResend(@Nullable String reason, @Nullable Integer resends, @Nullable Boolean wantedAgain) {}
