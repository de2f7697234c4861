package io.shisei.score.circle;

import io.shisei.account.Accounts;
import io.shisei.account.Circle;
import io.shisei.account.Ou;
import io.shisei.account.UnitPasts;
import io.shisei.control.Controls;
import io.shisei.finding.sum.RepairSums;
import io.shisei.score.step.UnitSteps;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the accounts of units add up to on days that are over, so that their pages add up the last days alone; of a unit
 * that has other accounts than before all days anew. See docs/adr/0127.
 */
@Component
class UnitKeeping {

    /** Today, and the day before, in which a scan counts that ended at midnight and is being written. */
    private static final int OPEN_DAYS = 2;

    private static final LocalDate BEFORE_ALL = LocalDate.EPOCH;

    private final Accounts accounts;
    private final UnitPasts pasts;
    private final Controls controls;
    private final UnitTrends trends;
    private final UnitSteps steps;
    private final RepairSums repairs;
    private final Clock clock;

    UnitKeeping(
            Accounts accounts,
            UnitPasts pasts,
            Controls controls,
            UnitTrends trends,
            UnitSteps steps,
            RepairSums repairs,
            Clock clock) {
        this.accounts = accounts;
        this.pasts = pasts;
        this.controls = controls;
        this.trends = trends;
        this.steps = steps;
        this.repairs = repairs;
        this.clock = clock;
    }

    /** Those that have accounts; what is kept of others goes. */
    @Transactional
    public Set<Ou> units() {
        var units = accounts.ous().keySet();
        pasts.units().stream().filter(unit -> !units.contains(unit)).forEach(pasts::forget);
        return units;
    }

    /** Keeps all days of a unit that are over and not kept yet. */
    @Transactional
    public void keep(Ou ou) {
        var unit = accounts.circle(ou);
        var last = trends.daysOf(clock.instant()).getFirst().minusDays(OPEN_DAYS);
        if (unit.chosen().isEmpty() || unit.openFrom(BEFORE_ALL).isAfter(last)) {
            return;
        }
        if (unit.until() == null) { // its accounts are others now
            pasts.forget(ou);
        }
        pasts.keep(unit, last);
        keep(unit, unit.openFrom(BEFORE_ALL), last);
    }

    private void keep(Circle unit, LocalDate first, LocalDate last) {
        for (var standard : controls.standards()) {
            trends.keep(standard.id(), unit, first, last);
            steps.keep(standard.id(), unit, first, last);
        }
        repairs.keep(unit, first, last);
    }
}
