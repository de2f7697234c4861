package io.shisei.refusal;

/** Limits of what people and scripts send; see {@link Limits}. */
public enum LimitCode implements Refusal.Code {
    TOO_LONG,
    TOO_MANY,
    BLANK,
    NEGATIVE,
    EMPTY_CHOICE
}
