package io.shisei.finding.history;

import io.shisei.control.ControlId;

/** A movement of a finding of a control. */
public record Moved(ControlId control, Transition transition) {}
