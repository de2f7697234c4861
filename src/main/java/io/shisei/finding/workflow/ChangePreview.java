package io.shisei.finding.workflow;

import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.paging.Page;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a change of many findings would do: how many there are of each control in each account, by what would come of them. */
public record ChangePreview(Collection<Part> parts) {

    /** Some of the findings. */
    public record Part(ControlId controlId, Severity severity, String accountId, Outcome outcome, long findings) {}

    /** How many the filter finds; {@code AT_LEAST} where they are too many for one change. */
    public Page.Total total() {
        var findings = parts.stream().mapToLong(Part::findings).sum();
        return findings > Workflow.MOST
                ? new Page.Total(Workflow.MOST, Page.Total.Type.AT_LEAST)
                : Page.Total.exact(findings);
    }

    public long changed() {
        return outcomes().changed();
    }

    /** How many would stay as they are, by why. */
    public Map<Outcome, Long> skipped() {
        return outcomes().skipped();
    }

    private Outcomes outcomes() {
        return new Outcomes(by(Part::outcome));
    }

    /** How many of each kind the filter finds. */
    public <T extends Comparable<T>> Map<T, Long> by(Function<Part, T> kind) {
        return parts.stream()
                .collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.summingLong(Part::findings)));
    }
}
