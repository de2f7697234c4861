package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.setting.SettingsInMemory;
import io.shisei.inventory.ResourceTypes;

/** The controls that ship with the product, for tests that need no database. */
public final class Shipped {

    private Shipped() {}

    /** All of them, set as they come, for resources of these types. */
    public static Controls controls(ResourceTypes types) {
        return SettingsInMemory.of(Catalogue.shipped(types));
    }
}
