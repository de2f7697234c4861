package io.shisei.inventory;

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
}
