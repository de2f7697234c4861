package io.shisei.score;

/** How a control is kept, from its findings that are active and not suppressed. */
public enum ControlStatus {
    /** At least one resource fails. */
    FAILED,
    /** None fails, but for at least one it could not be determined, or not all resources could be listed. */
    UNKNOWN,
    /** All pass; also when the listing was complete and there is no such resource. */
    PASSED,
    /** Nothing was evaluated yet, or every finding is suppressed. */
    NO_DATA,
    /** The control is switched off. */
    DISABLED
}
