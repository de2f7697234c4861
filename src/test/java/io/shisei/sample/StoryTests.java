package io.shisei.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Account;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Occasion;
import io.shisei.control.Plan;
import io.shisei.control.Shipped;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the controls say of the shipped recording on each day: the story that its diary promises. */
class StoryTests {

    private static final Controls CONTROLS = Shipped.controls(RecordingTests.TYPES);
    private static final Recording RECORDING = RecordingTests.RECORDING;
    private static final Plan PLAN = CONTROLS.plan(null).only(RECORDING.today()::hasEvidenceFor);
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Account ACCOUNT =
            Account.recorded(SampleAccount.ID, "sample", RECORDING.regions(), Instant.EPOCH);

    /** By day, by control, what it says of each resource that is not suppressed. */
    private static final List<Map<ControlId, Map<String, String>>> DAYS = IntStream.rangeClosed(1, RECORDING.days())
            .mapToObj(StoryTests::verdicts)
            .toList();

    @Test
    void hasSomethingToSayOfEachControlThatItClaimsEvidenceFor() {
        assertThat(Script.read("classpath:sample").head().controls())
                .containsExactlyInAnyOrderElementsOf(
                        statuses(1).keySet().stream().map(ControlId::value).toList());
    }

    @Test
    void risesFromAThirdToTwoThirdsWithASetbackAndAnOutage() {
        assertThat(changes())
                .containsExactly(
                        "day 1: 33 %",
                        "day 6: 42 %",
                        "day 12: 50 %",
                        "day 14: 42 %",
                        "day 16: 50 %",
                        "day 20: 42 %",
                        "day 23: 33 %",
                        "day 27: 25 %",
                        "day 41: 33 %",
                        "day 46: 42 %",
                        "day 48: 50 %",
                        "day 51: 33 %",
                        "day 55: 50 %",
                        "day 63: 58 %",
                        "day 69: 67 %",
                        "day 72: 75 %",
                        "day 86: 67 %");
    }

    @Test
    void endsWithOneControlOfEachKind() {
        var last = statuses(RECORDING.days());
        assertThat(last)
                .containsEntry(new ControlId("S3.8"), "UNKNOWN")
                .containsEntry(new ControlId("EC2.18"), "FAILED");
        assertThat(last.values()).contains("PASSED");
    }

    @Test
    void endsAsItIsTold() {
        assertThat(recorded().stream().collect(Collectors.toMap(ControlId::value, StoryTests::lastDay)))
                .isEqualTo(LastDay.BY_CONTROL);
    }

    @Test
    void movesEveryControl() {
        for (var control : recorded()) {
            assertThat(DAYS.stream()
                            .map(day -> day.getOrDefault(control, Map.of()))
                            .distinct())
                    .as("different days of " + control)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    /** The controls of types of which the recording tells. */
    private static Set<ControlId> recorded() {
        return DAYS.stream().flatMap(day -> day.keySet().stream()).collect(Collectors.toSet());
    }

    private static LastDay.Says lastDay(ControlId control) {
        var verdicts = DAYS.getLast().getOrDefault(control, Map.of()).values();
        var suppressed = suppressed(RECORDING.days()).stream()
                .filter(decision -> decision.controlId().equals(control))
                .count();
        return new LastDay.Says(
                Collections.frequency(verdicts, "Passed"),
                Collections.frequency(verdicts, "Failed"),
                Collections.frequency(verdicts, "Unknown"),
                (int) suppressed);
    }

    private static List<String> changes() {
        var changes = new ArrayList<String>();
        var before = -1L;
        for (int day = 1; day <= RECORDING.days(); day++) {
            var score = score(day);
            if (score != before) {
                changes.add("day " + day + ": " + score + " %");
            }
            before = score;
        }
        return changes;
    }

    private static long score(int day) {
        var statuses = statuses(day);
        var counted = CONTROLS.standards().getFirst().controls().stream()
                .filter(statuses::containsKey)
                .toList();
        var passed = counted.stream()
                .filter(control -> statuses.get(control).equals("PASSED"))
                .count();
        return Math.round(100.0 * passed / counted.size());
    }

    private static Map<ControlId, String> statuses(int day) {
        var statuses = new HashMap<ControlId, String>();
        DAYS.get(day - 1)
                .forEach((control, verdicts) -> statuses.put(
                        control,
                        verdicts.containsValue("Failed")
                                ? "FAILED"
                                : verdicts.containsValue("Unknown") ? "UNKNOWN" : "PASSED"));
        return statuses;
    }

    private static Map<ControlId, Map<String, String>> verdicts(int day) {
        var verdicts = new HashMap<ControlId, Map<String, String>>();
        for (var unit : units()) {
            var session = RECORDING.asOf(day).open(ACCOUNT, unit);
            for (var service : PLAN.services(Scope.of(unit))) {
                var found = new ArrayList<Resource>();
                var wanted = PLAN.wanted(service, Scope.of(unit));
                var collected = session.collect(service, wanted, found::add);
                collected.unlisted().keySet().stream()
                        .flatMap(type -> PLAN.controls(type).stream())
                        .forEach(control -> of(verdicts, control).put(unit, "Unknown"));
                found.forEach(resource -> PLAN.judge(resource, occasion(day, unit))
                        .forEach((control, verdict) -> of(verdicts, control)
                                .put(resource.arn(), verdict.getClass().getSimpleName())));
            }
        }
        suppressed(day).forEach(decision -> of(verdicts, decision.controlId()).remove(decision.resource()));
        return verdicts;
    }

    private static Occasion occasion(int day, String unit) {
        return new Occasion(FIRST.plus(Duration.ofDays(day)), ACCOUNT.id(), ACCOUNT.partition(), unit);
    }

    private static Map<String, String> of(Map<ControlId, Map<String, String>> verdicts, ControlId control) {
        return verdicts.computeIfAbsent(control, id -> new HashMap<>());
    }

    private static List<Decision> suppressed(int day) {
        return IntStream.rangeClosed(1, day)
                .boxed()
                .flatMap(past -> RECORDING.decisions(past).stream())
                .toList();
    }

    private static List<String> units() {
        return Stream.concat(RECORDING.regions().stream(), Stream.of(Scope.GLOBAL_REGION))
                .toList();
    }
}
