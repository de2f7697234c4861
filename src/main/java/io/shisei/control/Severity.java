package io.shisei.control;

/** Security Hub's severities, the gravest first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFORMATIONAL
}
