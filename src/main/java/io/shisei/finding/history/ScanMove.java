package io.shisei.finding.history;

/** So many findings passed from one count to another in one scan, for the same cause. */
public record ScanMove(MoveCause cause, Counted was, Counted became, long findings) {}
