package io.shisei.inventory;

import java.util.Set;

/** A gap that {@code resources} of a type have, in any of {@code fields}. */
public record Missing(String type, Gap gap, Set<String> fields, long resources) {}
