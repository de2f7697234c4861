package io.shisei.finding.rule;

import java.util.UUID;

/** A rule that hides the findings that it matches; {@code reason} is kept with each of them. */
public record SuppressionRule(UUID id, FindingMatch match, String reason) {}
