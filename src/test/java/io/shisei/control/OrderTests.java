package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS promises no order of what it lists: no verdict hangs on one. */
class OrderTests {

    static Stream<Control> controls() {
        return Shipped.controls().all().stream();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void listsReadBackwardsSayTheSame(Control control) {
        for (var example : control.examples()) {
            var backwards = new LinkedHashMap<String, Object>();
            example.document().fields().forEach((field, value) -> backwards.put(field, backwards(value)));
            assertThat(Judged.example(
                            control,
                            example,
                            new Document(backwards, example.document().gaps())))
                    .as("%s: %s", control.id(), example.name())
                    .isInstanceOf(example.verdict());
        }
    }

    private static @Nullable Object backwards(@Nullable Object value) {
        return switch (value) {
            case List<?> list ->
                list.reversed().stream().map(OrderTests::backwards).toList();
            case Map<?, ?> map -> {
                var same = new LinkedHashMap<Object, @Nullable Object>();
                map.forEach((key, member) -> same.put(key, backwards(member)));
                yield same;
            }
            case null -> null;
            default -> value;
        };
    }
}
