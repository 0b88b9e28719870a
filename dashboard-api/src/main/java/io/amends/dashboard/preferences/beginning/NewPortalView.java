package io.amends.dashboard.preferences.beginning;

import io.amends.dashboard.preferences.shared.FieldView;
import java.util.List;

/**
 * The form of a new portal.
 *
 * @param wrong whether something in it is wrong
 */
public record NewPortalView(boolean wrong, List<FieldView> fields) {}
