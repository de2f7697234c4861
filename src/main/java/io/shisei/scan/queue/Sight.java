package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.WatchChanged;
import io.shisei.control.Controls;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.SettingChanged;
import io.shisei.finding.OutOfSight;
import io.shisei.score.TrendRecorder;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets findings, scores and trends follow at once when a region, a control or an account is taken out of sight: in the
 * transaction that does so, and as far as that would take too long in a task.
 */
@Component
class Sight {

    private final OutOfSight outOfSight;
    private final TrendRecorder trends;
    private final Controls controls;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Sight(
            OutOfSight outOfSight,
            TrendRecorder trends,
            Controls controls,
            @Lazy SchedulerClient scheduler, // its task is done here
            Clock clock) {
        this.outOfSight = outOfSight;
        this.trends = trends;
        this.controls = controls;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(WatchChanged.class)
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow() {
        follow(OutOfSight.Part.ALL);
    }

    /** Only what a control says that was switched off is out of sight by that. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(SettingChanged changed) {
        var change = changed.change();
        if (change.switched() && !step(OutOfSight.Part.ALL, change)) {
            scheduler.scheduleIfNotExists(ScanTasks.outOfSight(change.id()), clock.instant());
        }
    }

    /** A newer version of the product may have lost a control; which are there is known a little later. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() {
        scheduler.scheduleIfNotExists(ScanTasks.outOfSight(UUID.randomUUID()), clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(OutOfSight.Part part) {
        if (!step(part, null)) {
            scheduler.scheduleIfNotExists(ScanTasks.outOfSight(UUID.randomUUID()), clock.instant());
        }
    }

    /**
     * Does some of what is to be done; answers whether it was all.
     *
     * @param cause perhaps of a change of a setting
     */
    @Transactional
    public boolean step(UUID cause) {
        return step(OutOfSight.Part.ALL, controls.settingChange(cause).orElse(null));
    }

    private boolean step(OutOfSight.Part part, @Nullable SettingChange change) {
        var now = clock.instant();
        var result = outOfSight.archive(part, cause(change), now);
        result.lost().forEach((account, controls) -> trends.follow(account, controls, now));
        return result.complete();
    }

    private static OutOfSight.Cause cause(@Nullable SettingChange change) {
        return new OutOfSight.Cause(change == null ? username() : change.username(), change);
    }

    private static @Nullable String username() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken ? null : user.getName();
    }
}
