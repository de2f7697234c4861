package io.shisei.api.schedule;

import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.paging.Page;
import io.shisei.schedule.Run;
import io.shisei.schedule.Schedule;
import io.shisei.schedule.Schedules;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recurring scans. */
@RestController
@RequestMapping("/api/v1/schedules")
@Tag(name = "Schedules")
class ScheduleController {

    private final Schedules schedules;
    private final Clock clock;

    ScheduleController(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @PostMapping
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a schedule")
    ResponseEntity<ScheduleItem> create(@Valid @RequestBody ScheduleBodies.New wanted) {
        var schedule = schedules.create(wanted.plan());
        return ResponseEntity.created(URI.create("/api/v1/schedules/" + schedule.id()))
                .body(item(schedule));
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the schedules, sorted by name")
    Page<ScheduleItem> list(@ParameterObject Paging paging) {
        return paging.slice(schedules.list(), s -> List.of(s.name(), s.id().toString()))
                .map(this::item);
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a schedule")
    ScheduleItem show(@PathVariable UUID id) {
        return item(schedule(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Change a schedule")
    ScheduleItem change(@PathVariable UUID id, @Valid @RequestBody ScheduleBodies.Change change) {
        return item(schedules.change(id, change.plan(schedule(id).plan())));
    }

    @PostMapping("/{id}/run")
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Start a schedule's scans now, also when it is paused; answers which could not start, and why")
    StartedRun run(@PathVariable UUID id) {
        return StartedRun.of(schedules.runNow(id));
    }

    @GetMapping("/{id}/runs")
    @Needs(Permission.READ)
    @Operation(summary = "Show what became of the last fifty runs, newest first")
    Page<Run> runs(@PathVariable UUID id, @ParameterObject Paging paging) {
        schedule(id);
        return paging.sliceNewest(schedules.runs(id), Run::dueAt);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a schedule")
    void delete(@PathVariable UUID id) {
        schedules.delete(id);
    }

    @PostMapping("/preview")
    @Needs(Permission.READ)
    @Operation(summary = "Show the next ten runs of a cron expression outside blackout windows")
    ScheduleItem.Preview preview(@Valid @RequestBody ScheduleBodies.Preview wanted) {
        return ScheduleItem.Preview.of(wanted.timetable(), clock.instant());
    }

    private ScheduleItem item(Schedule schedule) {
        return ScheduleItem.of(schedule, clock.instant());
    }

    private Schedule schedule(UUID id) {
        return schedules.find(id).orElseThrow(() -> BadCall.unknown("schedule", id));
    }
}
