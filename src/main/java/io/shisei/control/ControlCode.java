package io.shisei.control;

import io.shisei.refusal.Refusal;

/** Rules on controls and their settings. */
public enum ControlCode implements Refusal.Code {
    UNKNOWN_CONTROL,
    NO_CONTROL,
    NOT_A_CONTROL,
    NO_SUCH_PARAMETER,
    PARAMETER_VALUE,
    TOO_MUCH_TO_COMPUTE,
    TRIALS_UNDER_WAY
}
