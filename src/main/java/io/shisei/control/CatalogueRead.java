package io.shisei.control;

/** Told once after each start, when {@link Controls} can be asked without waiting. */
public record CatalogueRead() {}
