package io.shisei.account.trial;

import io.shisei.account.Access;
import io.shisei.account.AwsDoor;
import io.shisei.account.trial.TriedStep.State;
import io.shisei.account.trial.TriedStep.Step;
import io.shisei.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tries the way into an account step by step, so that whoever sets it up sees which step fails, and what AWS says of it. */
@Component
public class AccessTrial {

    private final AwsDoor door;

    AccessTrial(AwsDoor door) {
        this.door = door;
    }

    /** Every step before anything was tried. */
    public static List<TriedStep> untried() {
        return Stream.of(Step.values())
                .map(step -> TriedStep.of(step, State.NOT_TRIED))
                .toList();
    }

    /**
     * Each step, in their order; after one that failed none is tried. Whether the role demands its external id is tried by
     * assuming it without, which CloudTrail shows as one denied call.
     */
    public List<TriedStep> of(Access access) {
        var steps = new ArrayList<TriedStep>();
        for (var step : Step.values()) {
            var failed = steps.stream().anyMatch(it -> it.state() == State.FAILED);
            steps.add(failed ? TriedStep.of(step, State.NOT_TRIED) : attempt(step, access));
        }
        return steps;
    }

    private TriedStep attempt(Step step, Access access) {
        return switch (step) {
            case CREDENTIALS -> asked(step, door::principal);
            case ROLE ->
                access.roleArn() == null
                        ? TriedStep.of(step, State.NOT_NEEDED)
                        : asked(step, () -> door.identify(access).accountId());
            case EXTERNAL_ID -> externalId(access);
            case FIRST_CALL ->
                asked(step, () -> Integer.toString(door.enabledRegions(access).size()));
        };
    }

    private static TriedStep asked(Step step, Supplier<String> question) {
        try {
            return TriedStep.done(step, question.get());
        } catch (Refusal refused) {
            return TriedStep.failed(step, refused);
        }
    }

    private TriedStep externalId(Access access) {
        var role = access.roleArn();
        if (role == null) {
            return TriedStep.of(Step.EXTERNAL_ID, State.NOT_NEEDED);
        }
        // Without one, the step before has shown that the role opens.
        var weak = access.externalId() == null || opensWithoutId(role);
        return TriedStep.of(Step.EXTERNAL_ID, weak ? State.WEAK : State.DONE);
    }

    private boolean opensWithoutId(String roleArn) {
        try {
            door.identify(new Access(roleArn, null));
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }
}
