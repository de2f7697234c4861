package io.shisei.inventory.search;

import io.shisei.refusal.Refusal;

/** Why something cannot be searched for. */
public enum SearchCode implements Refusal.Code {
    /** So many resources have a text that it takes too long to sort them. */
    TEXT_TOO_COMMON
}
