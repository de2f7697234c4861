package io.shisei.scan.queue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.WatchChanged;
import io.shisei.control.setting.SettingChanged;
import io.shisei.finding.OutOfSight;
import io.shisei.score.TrendRecorder;
import java.time.Clock;
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
    private final SchedulerClient scheduler;
    private final Clock clock;

    Sight(
            OutOfSight outOfSight,
            TrendRecorder trends,
            @Lazy SchedulerClient scheduler, // its task is done here
            Clock clock) {
        this.outOfSight = outOfSight;
        this.trends = trends;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener({WatchChanged.class, SettingChanged.class})
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow() {
        follow(OutOfSight.Part.ALL);
    }

    /** A newer version of the product may have lost a control; which are there is known a little later. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() {
        scheduler.scheduleIfNotExists(ScanTasks.outOfSight(), clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(OutOfSight.Part part) {
        if (!step(part)) {
            scheduler.scheduleIfNotExists(ScanTasks.outOfSight(), clock.instant());
        }
    }

    /** Does some of what is to be done; answers whether it was all. */
    @Transactional
    public boolean step(OutOfSight.Part part) {
        var now = clock.instant();
        var result = outOfSight.archive(part, username(), now);
        result.lost().forEach((account, controls) -> trends.follow(account, controls, now));
        return result.complete();
    }

    private static @Nullable String username() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user == null || user instanceof AnonymousAuthenticationToken ? null : user.getName();
    }
}
