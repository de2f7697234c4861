package io.shisei.account.organization;

/**
 * What a sync came to.
 *
 * @param found members that are active and chosen
 * @param added members that are watched from now on, or again
 * @param retired members that are not scanned any more
 * @param linked accounts that had been watched by hand
 * @param problems watched members that cannot be entered
 */
public record SyncCounts(int found, int added, int retired, int linked, int problems) {}
