package io.shisei.comparison.fetch;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.AwsDoor;
import io.shisei.comparison.AsffFields;
import io.shisei.comparison.ComparisonCode;
import io.shisei.comparison.HubFindings;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks Security Hub in one region after the other, and brings in what it says. */
@Component
class HubFetchRun {

    private static final Logger LOG = LoggerFactory.getLogger(HubFetchRun.class);

    private final StoredHubFetches stored;
    private final HubFindings findings;
    private final Accounts accounts;
    private final AwsDoor aws;
    private final HubDoor hub;
    private final Clock clock;

    HubFetchRun(
            StoredHubFetches stored, HubFindings findings, Accounts accounts, AwsDoor aws, HubDoor hub, Clock clock) {
        this.stored = stored;
        this.findings = findings;
        this.accounts = accounts;
        this.aws = aws;
        this.hub = hub;
        this.clock = clock;
    }

    /** Does nothing when the fetch is not the account's last, or has ended. */
    void run(UUID id, String accountId) {
        var fetch = stored.last(accountId).filter(it -> it.id().equals(id) && it.running());
        var account = accounts.findById(accountId);
        if (fetch.isEmpty() || account.isEmpty()) {
            return;
        }
        var unread = new ArrayList<UnreadRegion>();
        stored.end(id, unread, bringIn(fetch.get(), account.get(), unread), clock.instant());
    }

    /** Answers why nothing was brought in; null when all is well. */
    private @Nullable Told bringIn(HubFetch fetch, Account account, List<UnreadRegion> unread) {
        try {
            var regions = account.regions().orElseGet(() -> aws.enabledRegions(account.access()));
            stored.asking(fetch.id(), regions);
            findings.bringIn(account.id(), fetch.username(), taker -> {
                ask(account, regions, taker, unread);
                return kept(regions, unread);
            });
            return null;
        } catch (Refusal refused) {
            return refused.told();
        } catch (RuntimeException e) {
            LOG.error("Security Hub's findings of account {} could not be brought in", account.id(), e);
            return Told.of(e);
        }
    }

    private void ask(Account account, List<String> regions, Consumer<AsffFields> taker, List<UnreadRegion> unread) {
        regions.forEach(region -> hub.each(account, region, taker).ifPresent(unread::add));
    }

    /** Where it is enabled, but has not told all, what it said before stays. */
    private static List<String> kept(List<String> regions, List<UnreadRegion> unread) {
        if (unread.size() == regions.size()) {
            var said = unread.stream().findFirst().map(UnreadRegion::message).orElse("-");
            throw new Refusal.Impossible(ComparisonCode.NO_REGION_ANSWERED, null, said);
        }
        return unread.stream()
                .filter(it -> it.why() != UnreadRegion.Why.NOT_ENABLED)
                .map(UnreadRegion::region)
                .toList();
    }
}
