package io.shisei.account;

/** Told in the transaction in which accounts or their regions ceased, perhaps, to be watched. */
public record WatchChanged() {}
