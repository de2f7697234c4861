package io.shisei.finding.list;

/** How a list of findings is sorted. */
public enum FindingOrder {
    /** What fails first, the severest of it before, the newest of a severity first; then what is not known, what passes, what is hidden. */
    SEVERITY,
    /** What changed its status last first. */
    NEWEST,
    /** What is to be mended soonest first; what has no deadline comes after. */
    DUE
}
