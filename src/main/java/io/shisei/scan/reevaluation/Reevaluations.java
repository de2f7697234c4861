package io.shisei.scan.reevaluation;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.WatchChanged;
import io.shisei.control.Controls;
import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.SettingChanged;
import io.shisei.coverage.Checks;
import io.shisei.coverage.Place;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has what is stored judged again, at once and without AWS, when something else is said of a control than before. */
@Component
public class Reevaluations {

    private final ReevaluationQueue queue;
    private final Controls controls;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Reevaluations(
            ReevaluationQueue queue,
            Controls controls,
            @Lazy SchedulerClient scheduler, // its task is done here
            Clock clock) {
        this.queue = queue;
        this.controls = controls;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** How far findings have followed changes; one that concerned nothing may be left out. */
    public Map<UUID, Reevaluation> progress(Collection<UUID> changes) {
        return changes.isEmpty() ? Map.of() : queue.progress(changes);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(SettingChanged changed) {
        var change = changed.change();
        var accounts = controls.concerned(change);
        if (!accounts.isEmpty()) {
            controls.dependents(change)
                    .forEach(control ->
                            queue.add(change.id(), control.id(), control.types(), accounts, clock.instant()));
            begin();
        }
    }

    /** Those that came into another unit, where something else may be said: in a task, since their rows are held. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(WatchChanged changed) {
        if (!controls.dependentsOnUnits().isEmpty()) {
            changed.moved()
                    .forEach(
                            account -> scheduler.scheduleIfNotExists(ReevaluationTask.moved(account), clock.instant()));
        }
    }

    /** What units say of controls is judged again in an account. */
    @Transactional
    public void moved(String accountId) {
        controls.hold();
        controls.dependentsOnUnits()
                .forEach(control -> controls.lastChange(control.id())
                        .map(SettingChange::id)
                        .ifPresent(change ->
                                queue.add(change, control.id(), control.types(), Set.of(accountId), clock.instant())));
        begin();
    }

    /** Checks that were made by a setting that was changed meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Place place, Checks checks) {
        var typesOf = checks.all().stream()
                .collect(Collectors.groupingBy(
                        Checks.Check::control,
                        Collectors.mapping(check -> check.type().name(), Collectors.toSet())));
        typesOf.forEach((control, types) -> controls.lastChange(control)
                .map(SettingChange::id)
                .ifPresent(change -> queue.add(change, control, types, place, clock.instant())));
        if (!typesOf.isEmpty()) {
            begin();
        }
    }

    private void begin() {
        scheduler.scheduleIfNotExists(ReevaluationTask.instance(), clock.instant());
    }
}
