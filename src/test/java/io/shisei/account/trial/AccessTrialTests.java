package io.shisei.account.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.account.trial.TriedStep.State;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessTrialTests {

    private static final String ROLE = "arn:aws:iam::123456789012:role/shisei";
    private static final Access GUARDED = new Access(ROLE, "secret");
    private static final Access OPEN = new Access(ROLE, null);

    private final AwsDoor door = mock();
    private final AccessTrial trial = new AccessTrial(door);

    @BeforeEach
    void anAccountWithAGuardedRole() {
        when(door.principal()).thenReturn("arn:aws:iam::999988887777:role/service");
        when(door.identify(any())).thenReturn(new Identity("123456789012", "aws"));
        when(door.identify(OPEN)).thenThrow(AccountCode.accessRefused("AccessDenied"));
        when(door.enabledRegions(any())).thenReturn(List.of("eu-west-1", "us-east-1"));
    }

    @Test
    void saysWhatEachStepFound() {
        var steps = trial.of(GUARDED);
        assertThat(steps).extracting(TriedStep::state).containsOnly(State.DONE);
        assertThat(steps)
                .extracting(TriedStep::found)
                .containsExactly("arn:aws:iam::999988887777:role/service", "123456789012", null, "2");
    }

    @Test
    void warnsOfARoleThatOpensWithoutItsExternalId() {
        doReturn(new Identity("123456789012", "aws")).when(door).identify(OPEN);
        assertThat(states(GUARDED)).containsExactly(State.DONE, State.DONE, State.WEAK, State.DONE);
        assertThat(states(OPEN)).containsExactly(State.DONE, State.DONE, State.WEAK, State.DONE);
    }

    @Test
    void triesNothingAfterAStepThatFailed() {
        assertThat(states(OPEN)).containsExactly(State.DONE, State.FAILED, State.NOT_TRIED, State.NOT_TRIED);
        assertThat(trial.of(OPEN).get(1).refusal()).hasMessageContaining("AccessDenied");
        when(door.principal()).thenThrow(AccountCode.accessRefused("no credentials"));
        assertThat(states(GUARDED)).containsExactly(State.FAILED, State.NOT_TRIED, State.NOT_TRIED, State.NOT_TRIED);
        verify(door, never()).enabledRegions(any());
    }

    @Test
    void needsNoRoleForTheServicesOwnAccount() {
        assertThat(states(Access.DEFAULT)).containsExactly(State.DONE, State.NOT_NEEDED, State.NOT_NEEDED, State.DONE);
        assertThat(AccessTrial.untried()).extracting(TriedStep::state).containsOnly(State.NOT_TRIED);
    }

    private List<State> states(Access access) {
        return trial.of(access).stream().map(TriedStep::state).toList();
    }
}
