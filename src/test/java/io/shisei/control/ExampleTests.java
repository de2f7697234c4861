package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of every control. */
class ExampleTests {

    private static final Controls CONTROLS = Shipped.controls();

    static Stream<Arguments> examples() {
        return CONTROLS.all().stream()
                .flatMap(control -> control.examples().stream()
                        .map(example -> Arguments.argumentSet(
                                "%s %s: %s"
                                        .formatted(
                                                control.id(),
                                                example.expected().name().toLowerCase(Locale.ROOT),
                                                example.name()),
                                control,
                                example)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isJudgedAsTheExampleSays(Control control, Example example) {
        var verdict = Judged.example(control, example);

        assertThat(verdict).isInstanceOf(example.verdict());
        if (verdict instanceof Verdict.Failed failed) {
            assertThat(failed.reason().en()).isNotBlank().hasSizeLessThan(2000).doesNotStartWith("?");
            assertThat(failed.reason().ja()).containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        }
        if (verdict instanceof Verdict.Unknown unknown) {
            example.document()
                    .gaps()
                    .values()
                    .forEach(gap -> assertThat(unknown.reason()).isEqualTo(gap.summary()));
        }
    }

    static Stream<Control> controls() {
        return CONTROLS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void eachControlShowsAGapThatMattersAndOneThatDoesNot(Control control) {
        var gapped = control.examples().stream()
                .filter(example -> !example.document().gaps().isEmpty())
                .toList();

        assertThat(gapped).anyMatch(example -> example.verdict() == Verdict.Unknown.class);
        assertThat(gapped).anyMatch(example -> example.verdict() != Verdict.Unknown.class);
    }
}
