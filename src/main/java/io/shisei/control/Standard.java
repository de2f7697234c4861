package io.shisei.control;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;

/**
 * A set of controls that someone requires.
 *
 * @param id {@code fsbp}
 * @param controls those that count for its score
 * @param retired controls that its publisher took out of it, and when; we still judge them
 */
public record Standard(String id, Text name, SortedSet<ControlId> controls, Map<ControlId, LocalDate> retired) {}
