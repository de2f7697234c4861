package io.shisei.control;

/** Told in the transaction in which a control was switched on or off. */
public record ControlSwitched(ControlId control) {}
