package io.shisei.control.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.aws.kind.Services;
import io.shisei.control.ControlCode;
import io.shisei.control.Shipped;
import io.shisei.control.Target;
import io.shisei.control.cel.partial.Budget;
import io.shisei.control.trial.Trials.Order;
import io.shisei.inventory.ResourceTypes;
import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Controls that nobody has looked at do not keep the service busy, whatever they ask for. */
class BoundedTrialTests {

    private static final Trials TRIALS = new Trials(new ResourceTypes(
            Services.all().stream().flatMap(service -> service.types().stream()).toList()));

    /** A trial takes about a second; the rest is for machines that have much else to do. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private static final int DOUBLINGS = 60;
    private static final String NAME = "resource.GroupName + 'a'";
    private static final String MANY = "{Tags: [" + String.join(", ", Collections.nCopies(2000, "{Key: a}")) + "]}";

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("loops in loops", loops(), Map.of()),
                Arguments.of("texts that double", "x%d != ''".formatted(DOUBLINGS), doubling(NAME, "x%1$d + x%1$d")),
                Arguments.of(
                        "lists that double",
                        "x%d != []".formatted(DOUBLINGS),
                        doubling("[resource.GroupName]", "x%1$d + x%1$d")),
                Arguments.of(
                        "lists of the same list twice",
                        "x%1$d == x%1$d".formatted(DOUBLINGS),
                        doubling("[dyn(resource.GroupName)]", "[dyn(x%1$d), dyn(x%1$d)]")),
                Arguments.of("bindings that double", bindings(), Map.of()),
                Arguments.of("a long range", "lists.range(2000000000).size() > size(resource.GroupName)", Map.of()),
                Arguments.of("texts in the place of each letter", "x%d != ''".formatted(12), replacing()),
                Arguments.of("a text with many patterns", patterns(), Map.of()));
    }

    @BeforeAll
    static void warm() {
        TRIALS.judge(new Order(control("resource.GroupName == 'a'", Map.of()), null, null), "{GroupName: a}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefused(String name, String condition, Map<String, String> definitions) {
        var before = Instant.now();
        assertThatThrownBy(() -> TRIALS.judge(new Order(control(condition, definitions), null, null), MANY))
                .isInstanceOfSatisfying(Refusal.Impossible.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ControlCode.TOO_MUCH_TO_COMPUTE);
                    assertThat(refused.in(Locale.JAPANESE)).contains("ステップを超えました");
                });
        assertThat(Duration.between(before, Instant.now())).isLessThan(LONG);
    }

    /** However many ask: those that come too late are told so, and none computes beside another. */
    @Test
    void goesOneAfterTheOther() throws InterruptedException {
        var hostile = new Order(control(loops(), Map.of()), null, null);
        var refused = new ConcurrentLinkedQueue<Refusal.Code>();
        var asking = IntStream.range(0, 20)
                .mapToObj(i -> Thread.ofPlatform().start(() -> refused.add(codeOf(hostile))))
                .toList();
        var began = Instant.now();
        for (var thread : asking) {
            thread.join();
        }
        assertThat(refused).hasSize(20).containsOnly(ControlCode.TOO_MUCH_TO_COMPUTE, ControlCode.TRIALS_UNDER_WAY);
        assertThat(Duration.between(began, Instant.now())).isLessThan(LONG.plus(LONG));
    }

    private static Refusal.Code codeOf(Order order) {
        try {
            TRIALS.judge(order, MANY);
            throw new AssertionError("it was judged");
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    @Test
    void takesNoLongDocumentNorManyNames() {
        var order = new Order(control("resource.GroupName == 'a'", Map.of()), null, null);
        assertThatThrownBy(() -> TRIALS.judge(order, "{GroupName: '" + "a".repeat(300_000) + "'}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(LimitCode.TOO_LONG));
        var names = IntStream.rangeClosed(0, 100)
                .boxed()
                .collect(Collectors.toMap(i -> "x" + i, i -> i == 0 ? NAME : "x%d + 'a'".formatted(i - 1)));
        assertThatThrownBy(() -> TRIALS.judge(new Order(control("x100 != ''", names), null, null), "{}"))
                .hasMessageContaining("'with' has more than 100 names");
    }

    @Test
    void judgesWhatIsLargeButPlain() {
        var tried = TRIALS.judge(
                new Order(
                        control("resource.Tags.all(t, resource.GroupName in ['', 'a'] && t.Key != 'b')", Map.of()),
                        null,
                        null),
                MANY);
        assertThat(tried.word()).isEqualTo(Tried.Word.PASSED);
    }

    /** With what a trial may compute, and in the slower way that it goes. */
    @Test
    void saysWhatAScanSaysOfEachExample() {
        for (var judge : Shipped.CATALOGUE.judges().values()) {
            for (var example : judge.control().examples()) {
                var target = judge.targets().stream()
                        .filter(it -> it.type().name().equals(example.type()))
                        .findFirst()
                        .orElseThrow();
                var parameters = judge.seen(example.parameters());
                var tried = target.condition()
                        .tryOn(example.document(), parameters, example.occasion(), new Budget(Trials.STEPS));
                assertThat(Target.verdict(tried))
                        .as(judge.control().id() + " " + example.name())
                        .isEqualTo(target.judge(example.document(), parameters, example.occasion()));
            }
        }
    }

    private static String loops() {
        return "resource.Tags.all(a, resource.Tags.all(b, resource.Tags.all(c, a.Key + b.Key != c.Key)))";
    }

    private static String patterns() {
        return "resource.Tags.all(t, !'" + "a".repeat(4000) + "'.matches('(a?){500}(a*)*" + "a".repeat(400)
                + "b' + t.Key))";
    }

    private static String bindings() {
        return IntStream.range(0, DOUBLINGS)
                        .mapToObj(i -> "cel.bind(b%d, b%d + b%d, ".formatted(i + 1, i, i))
                        .collect(Collectors.joining("", "cel.bind(b0, " + NAME + ", ", "b" + DOUBLINGS + " != ''"))
                + ")".repeat(DOUBLINGS + 1);
    }

    private static Map<String, String> replacing() {
        return IntStream.rangeClosed(0, 12)
                .boxed()
                .collect(Collectors.toMap(
                        i -> "x" + i, i -> i == 0 ? NAME : "x%1$d.replace('a', x%1$d + x%1$d)".formatted(i - 1)));
    }

    private static Map<String, String> doubling(String first, String next) {
        return IntStream.rangeClosed(0, DOUBLINGS)
                .boxed()
                .collect(Collectors.toMap(i -> "x" + i, i -> i == 0 ? first : next.formatted(i - 1)));
    }

    private static String control(String passes, Map<String, String> definitions) {
        var with = definitions.entrySet().stream()
                .map(it -> "      " + it.getKey() + ": \"" + it.getValue() + "\"\n")
                .collect(Collectors.joining());
        return """
                service: EC2
                controls:
                  - id: EC2.999
                    title: {en: a, ja: b}
                    severity: HIGH
                    category: Protect
                    resource: AWS::EC2::SecurityGroup
                    passes: "%s"
                    reason: {failed: {en: a, ja: b}}
                    remediation: {en: a, ja: b}
                """.formatted(passes) + (with.isEmpty() ? "" : "    with:\n" + with);
    }
}
