package io.shisei.inventory;

import io.shisei.account.Account;

/** Whether a service is read in each region or once per account. */
public enum Scope {
    REGIONAL,
    GLOBAL;

    /** The name of the unit, and the region of the findings, of services without regions. */
    public static final String GLOBAL_REGION = "global";

    /** The scope that a unit of this name reads. */
    public static Scope of(String region) {
        return region.equals(GLOBAL_REGION) ? GLOBAL : REGIONAL;
    }

    /** Whether scans of an account look there, as far as the account itself says. */
    public static boolean isWatched(Account account, String region) {
        return account.retiredAt().isEmpty()
                && (region.equals(GLOBAL_REGION)
                        || account.regions()
                                .map(regions -> regions.contains(region))
                                .orElse(true));
    }
}
