package io.shisei.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageTests {

    private static final String ARN = "arn:aws:x:here:111122223333:thing/one";
    private static final ResourceType THING = new ResourceType(
            "AWS::X::Thing",
            "X",
            Scope.REGIONAL,
            new Struct("x.Thing", () -> Map.of("Size", Scalar.INT)),
            List.of("x:List"),
            Map.of());

    @Test
    void mergesWhatChanges() {
        var patch = new HashMap<String, Object>(Map.of("Inner", Map.of("B", 3L)));
        patch.put("Gone", null);
        var one = entry(ARN, null, Map.of("Gone", 1L, "Inner", Map.of("A", 1L, "B", 2L)));
        assertThat(play(2, List.of(one), day(2, Map.of(ARN, patch), List.of())))
                .isEqualTo(Map.of("Inner", Map.of("A", 1L, "B", 3L)));
    }

    @Test
    void bringsOnTheDayAndRemovesOnTheDay() {
        var one = entry(ARN, 2, Map.of());
        assertThat(play(1, List.of(one))).isNull();
        assertThat(play(2, List.of(one))).isNotNull();
        assertThat(play(3, List.of(one), day(3, Map.of(), List.of(ARN)))).isNull();
    }

    @Test
    void refusesWhatIsNotThere() {
        refuses("diary, day 2: " + ARN + " goes, but is not there", List.of(), day(2, Map.of(), List.of(ARN)));
        refuses("diary, day 2: " + ARN + " changes, but", List.of(), day(2, Map.of(ARN, Map.of()), List.of()));
        refuses("the diary has a day 4, which there is not", List.of(), day(4, Map.of(), List.of()));
        refuses(ARN + " comes on day 9, which there is not", List.of(entry(ARN, 9, Map.of())));
        refuses(ARN + " is described twice", List.of(entry(ARN, null, Map.of()), entry(ARN, null, Map.of())));
        refuses("is in there, which is not recorded", List.of(entry(ARN.replace("here", "there"), null, Map.of())));
        var denial = new Denial("y:Get", "AccessDenied", "", null, null);
        refuses("diary, day 1: y:Get is not called", List.of(), new Day(1, "", null, null, List.of(denial)));
    }

    @Test
    void refusesUnknownTypes() {
        var script = new Script(head(), List.of(new Inventory("AWS::Y::Thing", List.of())), List.of());
        assertThatExceptionOfType(InconsistentRecording.class)
                .isThrownBy(() -> new Stage(script, new ResourceTypes(List.of(THING))))
                .withMessage("unknown type AWS::Y::Thing");
    }

    private static void refuses(String message, List<Entry> entries, Day... diary) {
        assertThatExceptionOfType(InconsistentRecording.class)
                .isThrownBy(() -> play(3, entries, diary))
                .withMessageContaining(message);
    }

    private static Map<String, Object> play(int day, List<Entry> entries, Day... diary) {
        var script = new Script(head(), List.of(new Inventory(THING.name(), entries)), List.of(diary));
        var stage = new Stage(script, new ResourceTypes(List.of(THING)));
        for (int number = 1; number <= day; number++) {
            stage.turnTo(number);
        }
        return stage.resources().stream()
                .findFirst()
                .map(recorded -> recorded.resource().document().fields())
                .orElse(null);
    }

    private static Script.Head head() {
        return new Script.Head("test", List.of("here"), 3, LocalTime.NOON, ZoneOffset.UTC);
    }

    private static Entry entry(String arn, Integer since, Map<String, Object> document) {
        return new Entry(arn, null, null, since, null, document);
    }

    private static Day day(int day, Map<String, Map<String, Object>> set, List<String> remove) {
        return new Day(day, "", set, remove, null);
    }
}
