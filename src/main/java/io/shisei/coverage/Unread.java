package io.shisei.coverage;

import java.util.UUID;

/** How many checks of an account a scan made last, but not completely: its coverage says what was missing. */
public record Unread(String accountId, UUID scanId, long checks) {}
