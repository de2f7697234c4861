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

    private static final Controls CONTROLS = Shipped.controls();
    private static final Recording RECORDING = RecordingTests.RECORDING;
    private static final Plan PLAN = CONTROLS.plan(null, null).only(RECORDING.today()::hasEvidenceFor);
    private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
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
                        "day 1: 32 %",
                        "day 5: 33 %",
                        "day 6: 34 %",
                        "day 8: 35 %",
                        "day 11: 36 %",
                        "day 12: 38 %",
                        "day 13: 39 %",
                        "day 14: 38 %",
                        "day 16: 39 %",
                        "day 17: 37 %",
                        "day 18: 41 %",
                        "day 20: 39 %",
                        "day 23: 34 %",
                        "day 24: 29 %",
                        "day 27: 21 %",
                        "day 35: 18 %",
                        "day 36: 21 %",
                        "day 39: 23 %",
                        "day 41: 25 %",
                        "day 44: 26 %",
                        "day 46: 37 %",
                        "day 48: 38 %",
                        "day 51: 11 %",
                        "day 55: 38 %",
                        "day 56: 39 %",
                        "day 58: 40 %",
                        "day 59: 42 %",
                        "day 60: 45 %",
                        "day 62: 47 %",
                        "day 63: 50 %",
                        "day 64: 51 %",
                        "day 66: 54 %",
                        "day 67: 55 %",
                        "day 68: 57 %",
                        "day 69: 60 %",
                        "day 70: 63 %",
                        "day 71: 67 %",
                        "day 72: 68 %",
                        "day 73: 69 %",
                        "day 74: 71 %",
                        "day 75: 73 %",
                        "day 81: 70 %",
                        "day 84: 72 %",
                        "day 85: 73 %",
                        "day 86: 71 %");
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
        assertThat(recorded())
                .allSatisfy(control -> assertThat(differentDays(control)).isGreaterThan(1));
        assertThat(recorded().stream().filter(control -> differentDays(control) < 3))
                .extracting(ControlId::value)
                .containsExactlyInAnyOrder(
                        "APIGateway.10", "EC2.58", "EC2.60", "EC2.172", "ECS.16", "IAM.4", "S3.24", "S3.25");
    }

    private static long differentDays(ControlId control) {
        return DAYS.stream()
                .map(day -> day.getOrDefault(control, Map.of()))
                .distinct()
                .count();
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
                                .put(
                                        new Recorded(unit, resource).id(),
                                        verdict.getClass().getSimpleName())));
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
