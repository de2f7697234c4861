package io.shisei.account;

import java.util.Set;

/**
 * Told in the transaction in which accounts or their regions ceased, perhaps, to be watched, or accounts came into other
 * units.
 *
 * @param moved the ids of those that did
 */
public record WatchChanged(Set<String> moved) {}
