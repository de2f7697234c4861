package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 1 on every control: whatever stood in the gaps of its examples, its verdict would be the same. */
class GapTests {

    private static final Controls CONTROLS = Shipped.controls();
    private static final int COMPLETIONS = 12;

    private final Random random = new Random(7);

    static Stream<Control> controls() {
        return CONTROLS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void noCompletionChangesAVerdict(Control control) {
        for (var example : control.examples()) {
            for (var open : subsets(fields(control, example.type()))) {
                var known = new HashMap<>(example.document().fields());
                known.keySet().removeAll(open);
                var verdict = Judged.example(control, example, new Document(known, gaps(open)));
                if (!(verdict instanceof Verdict.Unknown)) {
                    assertThat(completions(control, known, open))
                            .as("%s: %s, without %s", control.id(), example.name(), open)
                            .allSatisfy(document -> assertThat(Judged.example(control, example, document))
                                    .hasSameClassAs(verdict));
                }
            }
        }
    }

    private List<Document> completions(Control control, Map<String, Object> known, Set<String> open) {
        return random.ints(COMPLETIONS)
                .mapToObj(i -> {
                    var document = new HashMap<>(known);
                    open.forEach(field -> {
                        var values = pool(control, field);
                        if (!values.isEmpty() && random.nextInt(4) > 0) {
                            document.put(field, values.get(random.nextInt(values.size())));
                        }
                    });
                    return Document.of(document);
                })
                .toList();
    }

    private static List<Object> pool(Control control, String field) {
        return control.examples().stream()
                .map(example -> example.document().fields().get(field))
                .filter(value -> value != null)
                .toList();
    }

    private static List<String> fields(Control control, String type) {
        var known = AwsTypes.named(type).shape().fields().keySet();
        return control.reads().stream()
                .map(read -> read.split("\\.")[0])
                .filter(known::contains)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Set<String>> subsets(List<String> fields) {
        var subsets = new ArrayList<Set<String>>();
        for (int chosen = 1; chosen < 1 << fields.size(); chosen++) {
            var bits = chosen;
            subsets.add(fields.stream()
                    .filter(field -> (bits >> fields.indexOf(field) & 1) == 1)
                    .collect(Collectors.toSet()));
        }
        return subsets;
    }

    private static Map<String, Gap> gaps(Set<String> fields) {
        return fields.stream().collect(Collectors.toMap(field -> field, field -> new Gap("a:" + field, "Denied", "")));
    }
}
