package io.shisei.control.setting;

import io.shisei.control.ControlId;

/** What operators say of a control at a level. */
public record Said(ControlId control, Level level, Values values) {}
