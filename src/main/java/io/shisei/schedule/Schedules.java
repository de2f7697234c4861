package io.shisei.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All schedules, each with its next run in the task queue while it is enabled. */
@Component
public class Schedules {

    private final StoredSchedules stored;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Schedules(StoredSchedules stored, SchedulerClient scheduler, Clock clock) {
        this.stored = stored;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Sorted by name. */
    public List<Schedule> list() {
        return stored.findAllByOrderByNameAscIdAsc();
    }

    public Optional<Schedule> find(UUID id) {
        return stored.findById(id);
    }

    @Transactional
    public Schedule create(Schedule.Plan plan) {
        var schedule = stored.save(new Schedule(UUID.randomUUID(), plan, clock.instant()));
        enqueue(schedule);
        return schedule;
    }

    /** @throws java.util.NoSuchElementException when there is no such schedule */
    @Transactional
    public Schedule change(UUID id, Schedule.Plan plan) {
        var schedule = stored.findById(id).orElseThrow();
        schedule.follow(plan);
        dequeue(id);
        enqueue(schedule);
        return schedule;
    }

    /** @throws java.util.NoSuchElementException when there is no such schedule */
    @Transactional
    public void delete(UUID id) {
        stored.delete(stored.findById(id).orElseThrow());
        dequeue(id);
    }

    private void enqueue(Schedule schedule) {
        if (schedule.enabled()) {
            schedule.cron()
                    .next(clock.instant(), 1)
                    .forEach(run -> scheduler.scheduleIfNotExists(ScheduleTask.of(schedule.id()), run));
        }
    }

    private void dequeue(UUID id) {
        var task = ScheduleTask.of(id);
        if (scheduler.getScheduledExecution(task).isPresent()) {
            scheduler.cancel(task);
        }
    }
}
