package io.shisei.api.schedule;

import io.shisei.schedule.Run;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What a run by hand started, and for which accounts it was refused. */
record StartedRun(Instant dueAt, List<Run.Account> started, List<Run.Account> refused) {

    static StartedRun of(Run run) {
        Predicate<Run.Account> started = account -> account.outcome() == Run.Started.STARTED;
        return new StartedRun(
                run.dueAt(),
                run.accounts().stream().filter(started).toList(),
                run.accounts().stream().filter(started.negate()).toList());
    }
}
