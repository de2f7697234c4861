package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.cel.Clauses.Demand;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 1 on random conditions: whatever stood in the gaps, a verdict would be the same. */
class CompletionTests {

    private static final List<String> FIELDS = List.of("Name", "Size", "Config", "Parts", "More", "ByKey");
    private static final int CONDITIONS = 100;
    private static final int DOCUMENTS = 10;
    private static final int COMPLETIONS = 8;

    private Random random = new Random();
    private int decidedInSpiteOfGaps;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noCompletionChangesAVerdict(long seed) {
        random = new Random(seed);
        var expressions = new Expressions(random);
        for (int i = 0; i < CONDITIONS; i++) {
            var applies = random.nextInt(3) == 0 ? expressions.truth(2) : null;
            var kind = random.nextBoolean() ? Demand.PASSES : Demand.VIOLATIONS;
            var demand = kind == Demand.PASSES ? expressions.truth(4) : expressions.parts(3);
            var condition = Things.compile(Map.of(), applies, demand, kind);
            for (int j = 0; j < DOCUMENTS; j++) {
                check(condition, applies + " / " + demand);
            }
        }
        assertThat(decidedInSpiteOfGaps).isGreaterThan(CONDITIONS);
    }

    /** A gap beside, in what decides nothing, sends a condition the other way; it comes to the same. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void bothWaysOfEvaluatingAgree(long seed) {
        random = new Random(seed);
        var expressions = new Expressions(random);
        for (int i = 0; i < CONDITIONS; i++) {
            var demand = expressions.parts(4);
            var whole = Things.compile(Map.of(), null, demand, Demand.VIOLATIONS);
            var partial = Things.compile(Map.of(), "resource.Other || region != ''", demand, Demand.VIOLATIONS);
            var fields = complete(Map.of(), FIELDS);
            var gapped = new Document(fields, Map.of("Other", Things.gap("GetOther")));
            assertThat(partial.judge(gapped, Map.of(), Things.OCCASION))
                    .as("%s of %s", demand, fields)
                    .isEqualTo(whole.judge(Document.of(fields), Map.of(), Things.OCCASION));
        }
    }

    private void check(Condition condition, String as) {
        var gaps = new TreeMap<String, Gap>();
        var known = new HashMap<String, Object>();
        FIELDS.stream().forEach(field -> {
            if (random.nextInt(3) == 0) {
                gaps.put(field, Things.gap(field));
            } else {
                known.putAll(complete(Map.of(), List.of(field)));
            }
        });
        var gapped = random.nextInt(6) == 0
                ? new Document(known, Map.of(Document.WHOLE, Things.gap("Get")))
                : new Document(known, gaps);
        var open = FIELDS.stream().filter(field -> gapped.gap(field) != null).toList();
        var verdict = condition.judge(gapped, Map.of(), Things.OCCASION);
        if (verdict instanceof Outcome.Unclear) {
            return;
        }
        decidedInSpiteOfGaps += open.isEmpty() ? 0 : 1;
        for (int i = 0; i < COMPLETIONS; i++) {
            var document = Document.of(complete(known, open));
            assertThat(condition.judge(document, Map.of(), Things.OCCASION))
                    .as("%s of %s with the gaps %s filled: %s", as, known, open, document)
                    .hasSameClassAs(verdict);
        }
    }

    private Map<String, Object> complete(Map<String, Object> known, List<String> fields) {
        var document = new HashMap<>(known);
        for (var field : fields) {
            if (random.nextInt(4) > 0) {
                document.put(field, value(field));
            }
        }
        return document;
    }

    private Object value(String field) {
        return switch (field) {
            case "Name" -> name();
            case "Size" -> (long) random.nextInt(3);
            case "Config" -> part();
            case "ByKey" -> random.nextBoolean() ? Map.of() : Map.of("k", part());
            default ->
                random.ints(random.nextInt(3), 0, 2).mapToObj(i -> part()).toList();
        };
    }

    private Map<String, Object> part() {
        var part = new HashMap<String, Object>();
        part.put("On", random.nextBoolean());
        part.put("Name", name());
        if (random.nextBoolean()) {
            part.put("Port", random.nextBoolean() ? 22L : 443L);
            part.put("Tags", random.nextBoolean() ? List.of("a") : List.of("k", "b"));
        }
        return part;
    }

    private String name() {
        return List.of("a", "b", "k").get(random.nextInt(3));
    }
}
