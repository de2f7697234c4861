package io.shisei.finding;

/** Whether a finding speaks of a resource that is there. */
public enum RecordState {
    ACTIVE,
    ARCHIVED
}
