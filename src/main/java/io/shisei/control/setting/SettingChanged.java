package io.shisei.control.setting;

/** Told in the transaction in which something else is said of a control than before. */
public record SettingChanged(SettingChange change) {}
