package io.shisei.deadline;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.deadline.Deadline.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines as they are now. Of several that fit, that of the control in the account holds, else of the control, else of
 * the severity in the account, else of the severity.
 */
public final class TimesToFix {

    private final Map<Subject, Deadline> deadlines;

    TimesToFix(Collection<Deadline> deadlines) {
        this.deadlines = deadlines.stream().collect(Collectors.toMap(Deadline::subject, it -> it));
    }

    /** When it is to be mended; null where nothing is demanded. */
    public @Nullable Instant due(ControlId control, Severity severity, String accountId, Instant failingSince) {
        var time = of(control, severity, accountId);
        return time == null ? null : failingSince.plus(time);
    }

    /** How long a control may fail; null: for as long as it will. Account null: where no account has its own. */
    public @Nullable Duration of(ControlId control, Severity severity, @Nullable String accountId) {
        return Stream.of(
                        new Subject(null, control, accountId),
                        new Subject(null, control, null),
                        new Subject(severity, null, accountId),
                        new Subject(severity, null, null))
                .map(deadlines::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(deadline -> Duration.ofDays(deadline.days()))
                .orElse(null);
    }

    /**
     * By control that has a deadline: what fails since before that time is overdue at {@code at}.
     *
     * @param accountId as in {@link #of}
     */
    public Map<ControlId, Instant> overdueSince(Collection<Control> controls, @Nullable String accountId, Instant at) {
        var since = new LinkedHashMap<ControlId, Instant>();
        for (var control : controls) {
            var time = of(control.id(), control.severity(), accountId);
            if (time != null) {
                since.put(control.id(), at.minus(time));
            }
        }
        return since;
    }

    /**
     * What fails of a control since before a time is overdue.
     *
     * @param account null: in those that have no deadlines of their own
     */
    public record Overdue(ControlId control, @Nullable String account, Instant since) {}

    /** What is overdue at {@code at}; an account with deadlines of its own has them all written out. */
    public List<Overdue> overdue(Collection<Control> controls, Instant at) {
        return Stream.concat(
                        Stream.of(Optional.<String>empty()), accounts().stream().map(Optional::of))
                .map(account -> account.orElse(null))
                .flatMap(account -> overdueSince(controls, account, at).entrySet().stream()
                        .map(it -> new Overdue(it.getKey(), account, it.getValue())))
                .toList();
    }

    /** The accounts that have deadlines of their own. */
    public Set<String> accounts() {
        return deadlines.keySet().stream()
                .map(Subject::accountId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
