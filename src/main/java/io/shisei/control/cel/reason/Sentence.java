package io.shisei.control.cel.reason;

import io.shisei.control.Text;
import io.shisei.control.cel.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled sentence in both languages, which have the same values in them.
 *
 * @param values the expressions in braces
 */
public record Sentence(Wording en, Wording ja, List<Expression> values) {

    /** The words of one language; between the n-th and the next stands the value that {@code slots} has n-th. */
    record Wording(List<String> words, List<Integer> slots) {

        private String with(List<String> values) {
            var sentence = new StringBuilder(words.getFirst());
            for (int i = 0; i < slots.size(); i++) {
                sentence.append(values.get(slots.get(i))).append(words.get(i + 1));
            }
            return sentence.toString();
        }
    }

    /** The sentence with its values; {@code violation} is what it is said of, if it is of one. */
    Text say(Values of, @Nullable Object violation) {
        var written = values.stream()
                .map(value -> Written.of(of.value(value, violation)))
                .toList();
        return new Text(en.with(written), ja.with(written));
    }

    /** What expressions come to in one judging. */
    @FunctionalInterface
    public interface Values {
        Object value(Expression expression, @Nullable Object violation);
    }
}
