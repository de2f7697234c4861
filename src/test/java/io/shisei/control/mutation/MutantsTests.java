package io.shisei.control.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each operator makes the mutants that it should, and no others. */
class MutantsTests {

    private static final Struct SHAPE = new Struct(
            "Thing",
            () -> Map.of("State", new Words("State", () -> Set.of("on", "off", "gone")), "Name", Scalar.STRING));

    @Test
    void dropsEachOperand() {
        assertThat(changed("a.x && b.x && c.x")).contains("a.x && b.x", "b.x && c.x", "a.x && c.x");
        assertThat(changed("a.x || b.x && c.x")).contains("a.x", "b.x && c.x", "a.x || b.x", "a.x || c.x");
        assertThat(changed("a.x + b.x")).contains("b.x", "a.x");
    }

    @Test
    void negatesWhatIsTrueOrFalse() {
        assertThat(changed("a.x && has(b.x)")).contains("!a.x && has(b.x)", "a.x && !has(b.x)");
        assertThat(changed("!a.x")).containsExactly("a.x");
        assertThat(changed("a.x ? b.x : c.x"))
                .containsExactly("!a.x ? b.x : c.x", "a.x ? !b.x : c.x", "a.x ? b.x : !c.x");
    }

    @Test
    void flipsComparisons() {
        assertThat(changed("a.x == b.x")).containsExactly("a.x != b.x");
        assertThat(changed("a.x < b.x")).containsExactly("a.x <= b.x", "a.x >= b.x");
        assertThat(changed("a.x >= b.x")).containsExactly("a.x > b.x", "a.x < b.x");
    }

    @Test
    void changesLoops() {
        assertThat(changed("a.x.exists(i, i.y)"))
                .containsExactly("!(a.x.exists(i, i.y))", "a.x.all(i, i.y)", "a.x.exists(i, !i.y)");
        assertThat(changed("a.x.filter(i, i.y) == b")).contains("a.x == b", "a.x.filter(i, !i.y) == b");
    }

    @Test
    void changesNumbersByOne() {
        assertThat(changed("a.x == 7")).contains("a.x == 8", "a.x == 6");
        assertThat(changed("a.x == 0.5")).contains("a.x == 1.5", "a.x == -0.5");
    }

    @Test
    void changesTextsAndTheNumbersAtTheirEnds() {
        assertThat(changed("a.x == 'tcp'")).contains("a.x == \"tcp~\"");
        assertThat(changed("a.x == '7.10'")).contains("a.x == \"7.11\"", "a.x == \"7.9\"");
        assertThat(changed("a.x == 'v0'")).contains("a.x == \"v1\"").doesNotContain("a.x == \"v-1\"");
    }

    @Test
    void putsAnotherWordOfItsEnumerationInThePlaceOfAWord() {
        assertThat(changed("a.x == 'on'")).contains("a.x == \"gone\"");
        assertThat(changed("a.x == 'gone'")).contains("a.x == \"off\"");
    }

    @Test
    void dropsMembersOfLists() {
        assertThat(changed("a.x in [b.x, c.x]")).contains("a.x in [b.x]", "a.x in [c.x]");
    }

    @Test
    void leavesWhatIsNotedOfViolations() {
        var condition = Written.of("a.x.filter(i, i.y == 1).map(i, {'Port': i.y + 1})");
        assertThat(Mutants.of(condition, operators(), Notes.of(Map.of("violations", condition))))
                .extracting(Mutants.Mutant::changed)
                .contains("a.x", "i.y != 1", "2", "0")
                .doesNotContain("\"Port~\"", "i.y");
    }

    @Test
    void leavesEntriesThatNothingReads() {
        var condition = Written.of("[{'Sid': a.x == 1, 'last': 2}].exists(i, i.last > b.x)");
        assertThat(Mutants.of(condition, operators(), Notes.of(Map.of("passes", condition))))
                .extracting(Mutants.Mutant::changed)
                .contains("3")
                .doesNotContain("\"Sid~\"", "a.x != 1");
    }

    @Test
    void tellsWhatItChangedAndWhere() {
        var mutant = Mutants.of(Written.of("a.x &&\n  b.x == 'a\\\\d\"'"), operators(), Set.of())
                .getLast();
        assertThat(mutant.line()).isEqualTo(2);
        assertThat(mutant.column()).isEqualTo(10);
        assertThat(mutant.original()).isEqualTo("\"a\\\\d\\\"\"");
        assertThat(Written.of(mutant.text()).tree().call().args()).hasSize(2);
    }

    private static List<String> changed(String text) {
        return Mutants.of(Written.of(text), operators(), Set.of()).stream()
                .map(Mutants.Mutant::text)
                .toList();
    }

    private static Operators operators() {
        return new Operators(Texts.of(SHAPE));
    }
}
