package io.shisei.account.organization;

import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.Optional;

/**
 * The AWS organization whose members are watched.
 *
 * @param syncedAt when it was last listed completely
 * @param problem why the last sync broke off; empty unless it did
 * @param counts of the last complete sync
 */
public record Organization(
        OrganizationSettings settings,
        Optional<Instant> syncedAt,
        Optional<Told> problem,
        Optional<SyncCounts> counts) {}
