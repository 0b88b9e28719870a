package io.amends.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a backtest (B7). Others than the dashboard may also give moments, or an unsaved draft.
 *
 * @param from a local date of the portal, included
 * @param to a local date of the portal, included
 * @param version the version to judge; absent: the stored draft
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BacktestQuestion(LocalDate from, LocalDate to, @Nullable Long version) {}
