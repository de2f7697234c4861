package io.shisei.control;

/**
 * A value that an operator may set for a control.
 *
 * @param type {@code int}, {@code string}, {@code bool}, {@code list(int)} or {@code list(string)}
 * @param defaultValue a {@code Long}, {@code String}, {@code Boolean} or {@code List} of them
 */
public record Parameter(String type, Object defaultValue) {}
