package io.shisei.schedule;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The next run of each schedule in the task queue. */
@Component
class ScheduleQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleQueue.class);

    private final SchedulerClient scheduler;

    ScheduleQueue(SchedulerClient scheduler) {
        this.scheduler = scheduler;
    }

    /** Queues the next run in place of what is queued, or nothing when there is none. */
    void put(Schedule schedule) {
        remove(schedule.id());
        var next = schedule.nextRunAt();
        if (next != null) {
            scheduler.scheduleIfNotExists(ScheduleTask.of(schedule.id()), next);
        }
    }

    void remove(UUID id) {
        var task = ScheduleTask.of(id);
        try {
            if (scheduler.getScheduledExecution(task).isPresent()) {
                scheduler.cancel(task);
            }
        } catch (TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("Schedule {} runs just now; {} puts its next run right", id, ScheduleCheck.class.getSimpleName());
        }
    }

    /** Whether the task queue wakes the schedule in time for its next run. */
    boolean holds(Schedule schedule) {
        var next = schedule.nextRunAt();
        return next == null
                || scheduler
                        .getScheduledExecution(ScheduleTask.of(schedule.id()))
                        .filter(task ->
                                task.isPicked() || !task.getExecutionTime().isAfter(next))
                        .isPresent();
    }
}
