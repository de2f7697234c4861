package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.control.Text;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What conditions say of their verdicts. */
class ReasonTests {

    private static final String OFF = "resource.Parts.filter(p, !p.On)";

    private static Map<String, Object> part(String name, int port) {
        return Map.of("Name", name, "Port", (long) port, "On", false);
    }

    private static Text failed(String demand, Demand kind, String sentence, Document document) {
        var outcome =
                condition(Map.of(), demand, kind, null, Text.same(sentence)).judge(document, Map.of(), Things.OCCASION);
        return ((Outcome.Fails) outcome).reason();
    }

    private static Condition condition(
            Map<String, String> definitions, String demand, Demand kind, @Nullable Text passed, Text failed) {
        try {
            return new Conditions()
                    .compile(new Clauses(
                            Things.THING,
                            Things.NO_PARAMS,
                            definitions,
                            null,
                            demand,
                            kind,
                            Dictionary.PLAIN,
                            new Reasons(passed, failed, Set.of("More"))));
        } catch (FlawedCondition e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void writesValuesOfEveryKind() {
        var document = Document.of(Map.of("Size", 3L, "Config", Map.of("Tags", List.of("a", "b"))));
        assertThat(failed(
                                "resource.Size == 0",
                                Demand.PASSES,
                                "{{{resource.Size}}} {resource.Config.Tags} {resource.Config.On} {timestamp('2026-09-01T00:00:00Z')} {2.0} {0.5}"
                                        + " [{resource.Name}] {resource.Parts.map(p, p.Name)} { {'{': 1}['{'] } {json('{\"a\": 7}').a}",
                                document)
                        .en())
                .isEqualTo("{3} a, b false 2026-09-01T00:00:00Z 2 0.5 [–] – 1 7");
    }

    @Test
    void tellsEachViolationOnceSortedAndFiveAtMost() {
        var parts = IntStream.range(0, 8).mapToObj(i -> part("p" + (7 - i), 1)).toList();
        assertThat(failed(OFF, Demand.VIOLATIONS, "{violation.Name}", Document.of(Map.of("Parts", parts))))
                .isEqualTo(new Text("p0\np1\np2\np3\np4\nand 3 more", "p0\np1\np2\np3\np4\nほか 3 件"));
        assertThat(failed(OFF, Demand.VIOLATIONS, "port {violation.Port}", Document.of(Map.of("Parts", parts))))
                .isEqualTo(Text.same("port 1"));
    }

    @Test
    void marksWhatWasNotReadAndKeepsTheVerdict() {
        var document = new Document(
                Map.of("Parts", List.of(part("a", 1))),
                Map.of("Name", Things.gap("GetName"), "More", Things.gap("GetMore")));
        assertThat(failed(OFF, Demand.VIOLATIONS, "{violation.Name} of {resource.Name}", document))
                .isEqualTo(Text.same("a of ?"));
        assertThat(failed(
                        "(resource.Parts + resource.More).filter(p, !p.On).map(p, {'n': p.Name, 'of': resource.Name})",
                        Demand.VIOLATIONS,
                        "{violation.n} of {violation.of}",
                        document))
                .isEqualTo(Text.same("a of ?"));
        assertThat(failed(
                        "!resource.Parts.exists(p, p.Port == 1) && resource.More.size() == 0",
                        Demand.PASSES,
                        "{resource.More.map(m, m.Name)} {resource.ByKey['none'].Name}",
                        document))
                .isEqualTo(Text.same("? ?"));
    }

    @Test
    void tellsWhyItPassesWhereItHasWordsForIt() {
        var condition = condition(
                Map.of("size", "resource.Size", "double", "resource.Size * 2"),
                "size > 1",
                Demand.PASSES,
                new Text("{size}, {double}", "{double} の半分は {size}"),
                Text.same("no"));
        assertThat(condition.judge(Document.of(Map.of("Size", 3L)), Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Holds(new Text("3, 6", "6 の半分は 3")));
    }

    @Test
    void readsNothingOfItsOwn() {
        var condition = condition(
                Map.of("name", "resource.Name"), "resource.Size > 1", Demand.PASSES, null, Text.same("{name}"));
        assertThat(condition.reads()).extracting(Read::name).containsExactly("Size");
        assertThatThrownBy(() ->
                        failed("resource.Size > 1", Demand.PASSES, "{resource.More.size()}", Document.of(Map.of())))
                .hasMessageContaining("'More' would be read for this reason alone");
        assertThatThrownBy(() -> failed("resource.Size > 1", Demand.PASSES, "{daysSince(now)}", Document.of(Map.of())))
                .hasMessageContaining("another text each day");
    }

    @Test
    void shortensLongValues() {
        var document = Document.of(Map.of("Name", "x".repeat(300)));
        assertThat(failed("resource.Name == ''", Demand.PASSES, "{resource.Name}!", document)
                        .en())
                .isEqualTo("x".repeat(199) + "…!");
    }
}
