package io.shisei.control;

import io.shisei.refusal.Refusal;

/** Rules on controls and their settings. */
public enum ControlCode implements Refusal.Code {
    UNKNOWN_CONTROL,
    NO_CONTROL,
    NOT_A_CONTROL,
    NO_SUCH_PARAMETER,
    PARAMETER_VALUE,
    /** An organizational unit and an account. */
    TWO_LEVELS,
    SETTING_ACCOUNT_NOT_WATCHED,
    SETTING_OU_EMPTY,
    TOO_MUCH_TO_COMPUTE,
    TRIALS_UNDER_WAY
}
