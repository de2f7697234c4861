package io.shisei.comparison;

/** What comes of holding a verdict of Security Hub against ours. */
public enum Agreement {
    /** One says PASSED, the other FAILED. */
    DIFFER,
    /** Security Hub says PASSED or FAILED; we have no verdict on that resource. */
    ONLY_THEIRS,
    /** We say PASSED or FAILED; Security Hub has no verdict, though it has others in that region. */
    ONLY_OURS,
    /** One says neither PASSED nor FAILED. */
    UNKNOWN,
    AGREE
}
