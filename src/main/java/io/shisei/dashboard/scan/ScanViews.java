package io.shisei.dashboard.scan;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Moved;
import io.shisei.finding.history.Reason;
import io.shisei.finding.history.ScanMoveFilter;
import io.shisei.finding.history.ScanMoves;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.scan.RegionProgress;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanProgress;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the pages of one scan show. */
@Component
class ScanViews {
    private static final int FIRST = 10;

    private final ScanProgress progress;
    private final Accounts accounts;
    private final ScanMoves moves;
    private final MissingReads missing;
    private final Controls controls;
    private final Clock clock;

    ScanViews(
            ScanProgress progress,
            Accounts accounts,
            ScanMoves moves,
            MissingReads missing,
            Controls controls,
            Clock clock) {
        this.progress = progress;
        this.accounts = accounts;
        this.moves = moves;
        this.missing = missing;
        this.controls = controls;
        this.clock = clock;
    }

    /** Which of a scan's movements are wanted. */
    record Address(
            @Nullable MoveCause cause,
            @Nullable Counted was,
            @Nullable Counted became) {
        static final Address FAILING = new Address(null, null, Counted.FAILED);
        static final Address REPAIRED = new Address(null, Counted.FAILED, null);

        ScanMoveFilter of(Scan scan) {
            return new ScanMoveFilter(
                    scan.id(), scan.accountId(), scan.queuedAt(), scan.finishedAt(), cause, was, became);
        }
    }

    ScanView of(Scan scan) {
        var now = clock.instant();
        var account = accounts.findById(scan.accountId());
        var regions = progress.of(scan);
        var sums = moves.sums(scan.id());
        var read = regions.stream().flatMap(it -> it.read().stream()).toList();
        return new ScanView(
                scan,
                account.map(Account::name).orElse(scan.accountId()),
                RegionProgress.percent(regions),
                Spans.between(scan.startedAt(), scan.finishedAt(), now),
                regions.stream().map(it -> RegionRow.of(it, now)).toList(),
                missing.of(read, account.map(Account::partition).orElse("aws")),
                sums,
                first(scan, Address.FAILING, sums),
                first(scan, Address.REPAIRED, sums));
    }

    private ScanView.Moves first(Scan scan, Address address, List<Reason> sums) {
        var page = page(scan, address, sums, PageRequest.first(FIRST));
        return new ScanView.Moves(rows(page), page.total().count());
    }

    Page<Moved> page(Scan scan, Address address, PageRequest page) {
        return page(scan, address, moves.sums(scan.id()), page);
    }

    private Page<Moved> page(Scan scan, Address address, List<Reason> sums, PageRequest page) {
        return moves.list(address.of(scan), sums, page);
    }

    List<MoveRow> rows(Page<Moved> page) {
        return page.items().stream().map(it -> MoveRow.of(it, controls)).toList();
    }
}
