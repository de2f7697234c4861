package io.shisei.finding.sum;

import io.shisei.finding.history.Transition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a finding was before each of its changes, told backwards from what it is now. */
final class FindingLife {

    private final State now;
    private final List<Event> newestFirst = new ArrayList<>();

    FindingLife(State now) {
        this.now = now;
    }

    /** @param complianceStatus null before there was such a finding */
    record State(@Nullable String complianceStatus, String workflowStatus, String recordState) {

        boolean fails() {
            return "FAILED".equals(complianceStatus)
                    && recordState.equals("ACTIVE")
                    && !workflowStatus.equals("SUPPRESSED");
        }

        State before(Event event) {
            var was = event.from();
            return switch (event.what()) {
                case COMPLIANCE_STATUS -> new State(was, workflowStatus, recordState);
                case WORKFLOW_STATUS -> new State(complianceStatus, String.valueOf(was), recordState);
                case RECORD_STATE -> new State(complianceStatus, workflowStatus, String.valueOf(was));
                case ASSIGNEE, NOTE -> this;
            };
        }
    }

    /** @param from null where it is the finding's first */
    record Event(Instant at, Transition.What what, @Nullable String from) {}

    void before(Event event) {
        newestFirst.add(event);
    }

    /** Counts the lives that changed, day by day. */
    static final class Days {

        private final LocalDate first;
        private final long[] failed;
        private long failingNow;
        private long findings;

        Days(LocalDate first, LocalDate last) {
            this.first = first;
            this.failed = new long[(int) ChronoUnit.DAYS.between(first, last) + 1];
        }

        void count(FindingLife life) {
            var state = life.now;
            var ever = state.fails();
            failingNow += state.fails() ? 1 : 0;
            var next = 0;
            for (var day = failed.length - 1; day >= 0; day--) {
                var end = first.plusDays(day + 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
                for (;
                        next < life.newestFirst.size()
                                && !life.newestFirst.get(next).at().isBefore(end);
                        next++) {
                    state = state.before(life.newestFirst.get(next));
                    ever |= state.fails();
                }
                failed[day] += state.fails() ? 1 : 0;
            }
            for (; next < life.newestFirst.size(); next++) {
                state = state.before(life.newestFirst.get(next));
                ever |= state.fails();
            }
            findings += ever ? 1 : 0;
        }

        /** @param allFailingNow with those that did not change */
        FailingPast.Past past(long allFailingNow) {
            var unchanged = allFailingNow - failingNow;
            var days = IntStream.range(0, failed.length)
                    .mapToObj(day -> new FailingPast.Day(first.plusDays(day), failed[day] + unchanged))
                    .toList();
            return new FailingPast.Past(findings + unchanged, days);
        }
    }
}
