package io.shisei.dashboard;

import io.shisei.schedule.Cron;
import io.shisei.schedule.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule as people type it. {@code everyAccount} wins over {@code accountIds}. */
record ScheduleForm(
        @Nullable String name,
        @Nullable String cron,
        @Nullable String zone,
        @Nullable Boolean everyAccount,
        @Nullable List<String> accountIds,
        @Nullable Boolean enabled) {
    /** Every night at three. */
    static final ScheduleForm NEW = new ScheduleForm(null, "0 3 * * *", null, true, null, true);

    static ScheduleForm of(Schedule it) {
        return new ScheduleForm(
                it.name(),
                it.cron().expression(),
                it.cron().zone().getId(),
                it.accountIds() == null,
                it.accountIds(),
                it.enabled());
    }

    /** A field is missing. */
    static final class Incomplete extends RuntimeException {
        private final transient Problem problem;

        Incomplete(Problem problem) {
            super(problem.code());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    /** @throws Incomplete when the name or the accounts are missing */
    Schedule.Plan toPlan() {
        var title = Words.orNull(name);
        if (title == null) {
            throw new Incomplete(Problem.at("name", "problem.name"));
        }
        if (!every() && chosen().isEmpty()) {
            throw new Incomplete(Problem.at("accountIds", "problem.accounts"));
        }
        var when = Cron.parse(cronText(), zoneText());
        return new Schedule.Plan(title, when, every() ? null : chosen(), Boolean.TRUE.equals(enabled));
    }

    public boolean every() {
        return Boolean.TRUE.equals(everyAccount);
    }

    public List<String> chosen() {
        return accountIds == null ? List.of() : accountIds;
    }

    public String cronText() {
        return cron == null ? "" : cron.strip();
    }

    public String zoneText() {
        return zone == null ? "UTC" : zone;
    }
}
