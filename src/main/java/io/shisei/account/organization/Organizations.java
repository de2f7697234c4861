package io.shisei.account.organization;

import io.shisei.account.AccountCode;
import io.shisei.account.Members;
import io.shisei.account.Membership;
import io.shisei.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The organization being watched, if one is: its settings, and keeping its accounts up to date. */
@Component
public class Organizations {

    private static final Logger LOG = LoggerFactory.getLogger(Organizations.class);

    /** A sync that has not ended after so long has died. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final StoredOrganization stored;
    private final OrganizationDoor door;
    private final Members members;
    private final RoleTrial trial;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Organizations(
            StoredOrganization stored,
            OrganizationDoor door,
            Members members,
            RoleTrial trial,
            TransactionTemplate transaction,
            Clock clock) {
        this.stored = stored;
        this.door = door;
        this.members = members;
        this.trial = trial;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Optional<Organization> find() {
        return row().map(OrganizationRow::toOrganization);
    }

    private Optional<OrganizationRow> row() {
        return stored.findById(OrganizationRow.ID);
    }

    /**
     * Watches the organization with these settings from the next sync on.
     *
     * @throws Refusal when AWS does not let us list it, or it has no such unit
     */
    public Organization follow(OrganizationSettings settings) {
        settings.check(door.list(settings.access()));
        var organization = row().orElseGet(() -> new OrganizationRow(settings));
        organization.follow(settings);
        return stored.save(organization).toOrganization();
    }

    /**
     * Follows the organization no more. Its accounts stay as they are, as if each had been added by hand.
     *
     * @throws Refusal when none is followed
     */
    @Transactional
    public void forget() {
        var organization = followed();
        members.release();
        stored.delete(organization);
    }

    private OrganizationRow followed() {
        return row().orElseThrow(() -> new Refusal.Unknown(AccountCode.NO_ORGANIZATION));
    }

    /**
     * Takes new members under watch and retires closed ones. Changes nothing unless the whole listing was read.
     *
     * @throws Refusal when no organization is followed, AWS does not let us list it, a chosen unit is gone, or it is
     *     being synced already
     */
    public SyncCounts sync() {
        var settings = followed().settings();
        var lease = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (stored.lease(lease, lease.minus(LEASE)) == 0) {
            throw syncRunning();
        }
        try {
            var counts = sync(settings, lease);
            LOG.info("Synced with AWS Organizations: {}", counts);
            return counts;
        } catch (Refusal.Invalid e) {
            LOG.warn("AWS Organizations could not be listed; all accounts stay as they are: {}", e.getMessage());
            change(organization -> organization.brokeOff(e.told()));
            throw e;
        } finally {
            stored.release(lease);
        }
    }

    private SyncCounts sync(OrganizationSettings settings, Instant lease) {
        var listing = door.list(settings.access());
        settings.check(listing);
        var chosen = settings.chosen(listing);
        var changed = apply(chosen, listing.closing(), lease);
        var problems = members.tried(trial.problems(changed.untried()), changed.untried());
        var counts = new SyncCounts(chosen.size(), changed.added(), changed.retired(), changed.linked(), problems);
        change(organization -> organization.synced(counts, clock.instant()));
        return counts;
    }

    private Members.Changed apply(List<Membership> chosen, Set<String> closing, Instant lease) {
        return transaction.execute(status -> {
            if (stored.hold(lease) == 0) {
                throw syncRunning();
            }
            return members.apply(chosen, closing);
        });
    }

    private void change(Consumer<OrganizationRow> change) {
        transaction.executeWithoutResult(status -> row().ifPresent(organization -> {
            change.accept(organization);
            stored.save(organization);
        }));
    }

    private static Refusal syncRunning() {
        return new Refusal.Conflict(AccountCode.SYNC_RUNNING, null);
    }
}
