package io.shisei.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.refusal.Refusal;
import io.shisei.schedule.timetable.Cron;
import io.shisei.schedule.timetable.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchedulesTests {

    private static final UUID ID = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final ControlId GONE = new ControlId("S3.999");

    private final StoredSchedules stored = mock();
    private final Accounts accounts = mock();
    private final Controls controls = mock();
    private final Schedules schedules = new Schedules(
            stored, mock(), new ChosenAccounts(accounts), controls, mock(), mock(), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void nothingIsThere() {
        when(accounts.ous()).thenReturn(new TreeMap<>());
        when(stored.save(any())).thenAnswer(saved -> saved.getArgument(0));
        doThrow(new Refusal.Impossible(ControlCode.UNKNOWN_CONTROL, "controlIds/0", GONE))
                .when(controls)
                .checkChosen(List.of(GONE));
    }

    @Test
    void choosesOnlyAccountsThatAreWatched() {
        when(accounts.existsById("1")).thenReturn(true);
        assertThatCode(() -> schedules.create(of("1"))).doesNotThrowAnyException();
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> schedules.create(of("1", "2")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("accountIds/1"));
    }

    @Test
    void choosesOnlyControlsThatThereAre() {
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> schedules.create(plan(Selection.ALL, List.of(GONE))))
                .withMessage("There is no control S3.999.");
        verify(stored, never()).save(any());
    }

    @Test
    void keepsWhatIsGoneMeanwhile() {
        var before = plan(new Selection(List.of("2"), List.of(new Ou("/Gone"))), List.of(GONE));
        when(stored.findById(ID)).thenReturn(Optional.of(new StoredSchedule(ID, before, NOW)));
        assertThat(schedules.change(ID, before.enabled(false)).enabled()).isFalse();
    }

    @Test
    void knowsNoOtherSchedule() {
        assertThatExceptionOfType(Refusal.Unknown.class).isThrownBy(() -> schedules.runNow(ID));
        assertThatExceptionOfType(Refusal.Unknown.class).isThrownBy(() -> schedules.delete(ID));
        assertThatExceptionOfType(Refusal.Unknown.class).isThrownBy(() -> schedules.change(ID, of("1")));
    }

    private static Schedule.Plan of(String... accountIds) {
        return plan(new Selection(List.of(accountIds), null), null);
    }

    private static Schedule.Plan plan(Selection selection, @Nullable List<ControlId> controls) {
        var timetable = Timetable.of(Cron.parse("0 3 * * *", "UTC"), List.of());
        return new Schedule.Plan("nightly", timetable, selection, null, controls, 0, MissedRuns.SKIP, true);
    }
}
