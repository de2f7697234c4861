package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.setting.SettingsInMemory;

/** The controls that ship with the product, for tests that need no database; read once for all of them. */
public final class Shipped {

    public static final Catalogue CATALOGUE = Catalogue.shipped(AwsTypes.ALL);

    private Shipped() {}

    /** All of them, set as they come. */
    public static Controls controls() {
        return SettingsInMemory.of(CATALOGUE);
    }
}
