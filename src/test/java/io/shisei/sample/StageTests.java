package io.shisei.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.finding.WorkflowStatus;
import io.shisei.inventory.Document;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageTests {

    static final String ARN = "arn:aws:x:here:111122223333:thing/one";
    static final ResourceType THING = new ResourceType(
            "AWS::X::Thing",
            "X",
            Set.of(Scope.REGIONAL),
            new Struct("x.Thing", () -> Map.of("Size", Scalar.INT, "Part", Scalar.INT)),
            List.of("x:List"),
            Map.of("Part", Set.of("x:GetPart")),
            Set.of());

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
        var comes = day(2, Map.of(), List.of());
        assertThat(play(1, List.of(one), comes)).isNull();
        assertThat(play(2, List.of(one), comes)).isNotNull();
        assertThat(play(3, List.of(one), comes, day(3, Map.of(), List.of(ARN)))).isNull();
    }

    @Test
    void tellsSettingsApartByTypeAndUnit() {
        var settings = new Entry(ResourceType.ACCOUNT + ":111122223333", "here", null, null, null, Map.of("Size", 1L));
        var id = THING.name() + " here";
        assertThat(Recorded.of(settings, THING).id()).isEqualTo(id);
        assertThat(play(2, List.of(settings), day(2, Map.of(id, Map.of("Size", 2L)), null)))
                .isEqualTo(Map.of("Size", 2L));
    }

    @Test
    void refusesWhatIsNotThere() {
        refuses("diary, day 2: " + ARN + " goes, but is not there", List.of(), day(2, Map.of(), List.of(ARN)));
        refuses("diary, day 2: " + ARN + " changes, but", List.of(), day(2, Map.of(ARN, Map.of()), List.of()));
        refuses("diary, day 2: " + ARN + " is decided on, but", List.of(), decides(2));
        refuses("the diary has a day 4, which there is not", List.of(), day(4, Map.of(), List.of()));
        refuses(ARN + " comes on day 9, which there is not", List.of(entry(ARN, 9, Map.of())));
        refuses(ARN + " is described twice", List.of(entry(ARN, null, Map.of()), entry(ARN, null, Map.of())));
        refuses("is in there, which is not recorded", List.of(entry(ARN.replace("here", "there"), null, Map.of())));
    }

    @Test
    void refusesWhatNobodyWouldNotice() {
        var one = List.of(entry(ARN, null, Map.of("Size", 1L)));
        refuses("diary, day 2: nothing happens", one, day(2, Map.of(), List.of()));
        refuses("day 2: Size of " + ARN + " is set to what it is", one, day(2, Map.of(ARN, Map.of("Size", 1L)), null));
        refuses("on day 3, of which the diary tells nothing", List.of(entry(ARN, 3, Map.of())));
        refuses("x:List is refused, but nothing is there", List.of(), denies("x:List", null, null, null));
    }

    @Test
    void refusesDenialsThatCannotBe() {
        var one = List.of(entry(ARN, null, Map.of()));
        refuses("diary, day 2: y:Get is not called", one, denies("y:Get", null, null, null));
        refuses("x:List in there, which is not recorded", one, denies("x:List", "there", null, null));
        refuses("x:List until 2: not a later day", one, denies("x:List", null, null, 2));
        refuses("x:List until 4: not a later day", one, denies("x:List", null, null, 4));
        refuses("x:List lists: it is refused for all", one, denies("x:List", null, ARN, null));
        refuses("x:GetPart is refused, but nothing", one, denies("x:GetPart", null, ARN + "s", null));
    }

    @Test
    void hidesThePartOfOneResource() {
        var refused = new Denial("x:GetPart", "AccessDenied", "", null, ARN, null);
        assertThat(read(ARN, refused).gaps()).containsOnlyKeys("Part");
        assertThat(read(ARN + "s", refused).gaps()).isEmpty();
    }

    @Test
    void letsSeveralChaptersTellOfADay() {
        var one = List.of(entry(ARN, null, Map.of("Size", 1L, "Part", 1L)));
        var size = day(2, Map.of(ARN, Map.of("Size", 2L)), null);
        var part = day(2, Map.of(ARN, Map.of("Part", 2L)), null);
        assertThat(play(2, one, size, part)).isEqualTo(Map.of("Size", 2L, "Part", 2L));
    }

    @Test
    void refusesUnknownTypes() {
        var script = new Script(head(), List.of(new Inventory("AWS::Y::Thing", List.of())), List.of());
        assertThatExceptionOfType(InconsistentRecording.class)
                .isThrownBy(() -> stage(script))
                .withMessage("unknown type AWS::Y::Thing");
    }

    private static void refuses(String message, List<Entry> entries, Day... diary) {
        assertThatExceptionOfType(InconsistentRecording.class)
                .isThrownBy(() -> play(3, entries, diary))
                .withMessageContaining(message);
    }

    private static Map<String, Object> play(int day, List<Entry> entries, Day... diary) {
        var script = new Script(head(), List.of(new Inventory(THING.name(), entries)), List.of(diary));
        var stage = stage(script);
        for (int number = 1; number <= day; number++) {
            stage.turnTo(number);
        }
        return stage.resources().stream()
                .findFirst()
                .map(recorded -> recorded.resource().document().fields())
                .orElse(null);
    }

    private static Stage stage(Script script) {
        var types = new ResourceTypes(List.of(THING));
        return new Stage(script, new Diary(script, types), types);
    }

    private static Document read(String arn, Denial denial) {
        var recorded = Recorded.of(entry(arn, null, Map.of("Part", 1L)), THING);
        return recorded.read(Set.of("Part"), List.of(denial)).document();
    }

    private static Script.Head head() {
        return new Script.Head("test", List.of("here"), 3, LocalTime.NOON, ZoneOffset.UTC, Set.of());
    }

    static Entry entry(String arn, Integer since, Map<String, Object> document) {
        return new Entry(arn, null, null, since, null, document);
    }

    private static Day day(int day, Map<String, Map<String, Object>> set, List<String> remove) {
        return new Day(day, "", set, remove, null, null);
    }

    private static Day denies(String action, String region, String resource, Integer until) {
        var denial = new Denial(action, "AccessDenied", "", region, resource, until);
        return new Day(2, "", null, null, List.of(denial), null);
    }

    static Day decides(int day) {
        var decision = new Decision("X.1", ARN, WorkflowStatus.SUPPRESSED, "on purpose", "somebody");
        return new Day(day, "", null, null, null, List.of(decision));
    }
}
