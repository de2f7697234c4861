package io.shisei.dashboard.scan;

import io.shisei.account.AccessPolicy;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.coverage.Coverage;
import io.shisei.coverage.MissingRead;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a scan could not read, what that costs, and the permissions that would mend it. */
@Component
public class MissingReads {
    private final Controls controls;
    private final AccessPolicy policy;

    MissingReads(Controls controls, AccessPolicy policy) {
        this.controls = controls;
        this.policy = policy;
    }

    /** @param controls that need the action */
    public record Line(MissingRead read, SortedSet<ControlId> controls) {}

    /** @param policy a document to copy that allows what was denied; null where nothing was */
    public record View(List<Line> lines, @Nullable String policy) {}

    /** @param partition of the account that was read */
    public View of(List<Coverage> coverage, String partition) {
        var missing = MissingRead.of(coverage);
        var needing = missing.isEmpty() ? Map.<String, SortedSet<ControlId>>of() : controls.needing();
        var denied = missing.stream()
                .filter(it -> it.gap().denied())
                .map(it -> it.gap().action())
                .toList();
        return new View(
                missing.stream()
                        .map(it -> new Line(it, needing.getOrDefault(it.gap().action(), new TreeSet<>())))
                        .toList(),
                denied.isEmpty() ? null : policy.allowing(denied, partition).orElse(null));
    }
}
