package io.shisei.view;

import java.time.Instant;
import java.util.UUID;

/** @param address path and query of the dashboard, {@code /findings?severity=HIGH} */
public record SavedView(UUID id, String name, String address, String username, Instant createdAt) {}
