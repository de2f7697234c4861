package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTests {

    private static final Words STATE = new Words("thing.State", () -> Set.of("on", "off"));
    private static final Struct PART = new Struct("thing.Part", () -> Map.of("State", STATE, "Name", Scalar.STRING));
    private static final Struct THING = new Struct(
            "thing.Thing",
            () -> Map.of(
                    "State",
                    STATE,
                    "Name",
                    Scalar.STRING,
                    "Policy",
                    Scalar.STRING,
                    "States",
                    new ListOf(STATE),
                    "Parts",
                    new ListOf(PART),
                    "ByState",
                    new MapOf(STATE, PART),
                    "ByName",
                    new MapOf(PART)));
    private static final Struct PARAMS =
            new Struct("params", () -> Map.of("mode", new Words("params.mode", () -> Set.of("a", "b"))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.State == 'onn'",
                "'onn' != resource.State",
                "resource.State in ['on', 'onn']",
                "'onn' in resource.States",
                "resource.States == ['onn']",
                "resource.States.exists(s, s == 'onn')",
                "resource.Parts.filter(p, p.Name == 'x').all(p, p.State == 'onn')",
                "resource.Parts.map(p, p.State).exists(s, s == 'onn')",
                "resource.Parts[0].State == 'onn'",
                "resource.Parts.map(p, [p.State]).flatten().distinct().exists(s, s == 'onn')",
                "sets.contains(resource.States, ['onn'])",
                "(resource.Name == 'x' ? resource.State : 'none') == 'onn'",
                "resource.?State.orValue('none') == 'onn'",
                "resource.?Parts[?0].?State.orValue('none') == 'onn'",
                "resource.State == (resource.Name == 'x' ? 'on' : 'onn')",
                "cel.bind(s, resource.State, s == 'onn')",
                "resource.ByState['onn'].Name == 'x'",
                "resource.ByState.onn.Name == 'x'",
                "'onn' in resource.ByState",
                "has(resource.ByState.onn)",
                "resource.ByState.exists(s, s == 'onn')",
                "resource.ByName['k'].State == 'onn'",
                "state == 'onn' && resource.Name != ''",
                "params.mode == 'onn' && resource.Name != ''",
                "policy(resource.Policy).exists(s, s.Effect == 'onn')"
            })
    void namesTheWord(String passes) {
        var error = catchThrowableOfType(FlawedCondition.class, () -> compile(passes, Dictionary.PLAIN));
        assertThat(error).as(passes).isNotNull();
        assertThat(error.flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.message()).startsWith("'onn' is not a word of ");
            assertThat(flaw.line()).isOne();
            assertThat(passes.substring(flaw.column() - 1)).matches("('onn'|[.]onn|[(]resource[.]ByState[.]onn).*");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource.State == 'on' || resource.State == ''",
                "resource.State.startsWith('o') || resource.State.upperAscii() == 'ON'",
                "resource.?State.orValue('none') == 'none'",
                "(resource.States + ['none']).exists(s, s == 'none')",
                "[resource.State, resource.Name].exists(s, s == 'onn')",
                "resource.State + 'n' == 'onn'",
                "resource.Name == 'onn' || 'onn' in resource.ByName || resource.State == resource.Name",
                "resource.States.map(s, s == 'on' ? 'yes' : 'no').exists(s, s == 'yes')"
            })
    void leavesAloneWhatMayBe(String passes) throws FlawedCondition {
        compile(passes, Dictionary.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource.State == 'onn'", "'onn' in resource.ByState"})
    void takesNewerWords(String passes) throws FlawedCondition {
        compile(passes, new Dictionary(Map.of("thing.State", Set.of("onn"))));
    }

    private static void compile(String passes, Dictionary dictionary) throws FlawedCondition {
        var definitions = passes.startsWith("state") ? Map.of("state", "resource.State") : Map.<String, String>of();
        new Conditions()
                .compile(
                        new Clauses(THING, PARAMS, definitions, null, passes, Demand.PASSES, dictionary, Reasons.NONE));
    }
}
