package io.shisei.view;

import io.shisei.refusal.Refusal;

/** Rules on saved views. */
public enum ViewCode implements Refusal.Code {
    VIEW_ADDRESS,
    UNKNOWN_VIEW
}
