package io.shisei.inventory;

import io.shisei.refusal.Refusal;

/** Why something about the inventory cannot be done. */
public enum InventoryCode implements Refusal.Code {
    /** So many resources have a text that it takes too long to sort them. */
    TEXT_TOO_COMMON
}
