package io.shisei.finding.resource;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Occasion;
import io.shisei.control.Verdict;
import io.shisei.coverage.Evaluations;
import io.shisei.coverage.Place;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.RecordState;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.StoredResource;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells of a resource what every control says that judges its type, or did. */
@Component
public class ResourceVerdicts {

    private final Findings findings;
    private final Controls controls;
    private final Evaluations evaluations;
    private final ResourceTypes types;
    private final Clock clock;

    ResourceVerdicts(Findings findings, Controls controls, Evaluations evaluations, ResourceTypes types, Clock clock) {
        this.findings = findings;
        this.controls = controls;
        this.evaluations = evaluations;
        this.types = types;
        this.clock = clock;
    }

    /** Sorted by control. */
    public List<ResourceVerdict> of(StoredResource resource) {
        var found =
                findings.of(resource.id()).stream().collect(Collectors.toMap(Finding::controlId, Function.identity()));
        var judged = judged(resource);
        var evaluated = evaluations.judging(new Place(resource.accountId(), resource.region()), resource.type());
        var all = new TreeSet<ControlId>(found.keySet());
        all.addAll(judged.keySet());
        return all.stream()
                .map(id -> {
                    var verdict = evaluated.contains(id) ? judged.get(id) : null;
                    return verdict(id, judged.containsKey(id), found.get(id), verdict);
                })
                .toList();
    }

    /** What the enabled controls of its type say of what is stored of it. */
    private Map<ControlId, Verdict> judged(StoredResource stored) {
        var occasion =
                new Occasion(clock.instant(), stored.accountId(), Resource.partition(stored.arn()), stored.region());
        return types.named(stored.type())
                .map(stored::as)
                .map(resource -> controls.plan(null, stored.accountId()).judge(resource, occasion))
                .orElse(Map.of());
    }

    private ResourceVerdict verdict(ControlId id, boolean on, @Nullable Finding finding, @Nullable Verdict evaluated) {
        var control = controls.find(id).orElse(null);
        return new ResourceVerdict(id, control, state(on, finding, evaluated), finding);
    }

    private static ResourceVerdict.State state(boolean on, @Nullable Finding finding, @Nullable Verdict evaluated) {
        if (finding == null) {
            // An evaluation that found nothing had nothing to say, unless it was of before the resource came.
            return evaluated instanceof Verdict.NotApplicable
                    ? ResourceVerdict.State.NOT_APPLICABLE
                    : ResourceVerdict.State.NOT_EVALUATED;
        }
        if (finding.recordState() == RecordState.ACTIVE) {
            return ResourceVerdict.State.JUDGED;
        }
        if (!on || finding.archiveReason() == ArchiveReason.RESOURCE_GONE) {
            return ResourceVerdict.State.ARCHIVED;
        }
        return finding.archiveReason() == ArchiveReason.NOT_APPLICABLE
                ? ResourceVerdict.State.NOT_APPLICABLE
                : ResourceVerdict.State.NOT_EVALUATED;
    }
}
