package io.shisei.control.cel.reason;

import io.shisei.control.Text;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that tell a verdict, as they were written.
 *
 * @param passed null: nothing is said of what passes
 * @param failed said once for each violation, where the condition names them, which it calls {@code violation}
 * @param costly the fields that are read with calls of their own: a reason is worth none, and takes only those that the
 *     clauses read
 */
public record Reasons(@Nullable Text passed, @Nullable Text failed, Set<String> costly) {

    /** The clauses of these, as flaws are reported: each with {@code .en} or {@code .ja} behind it. */
    public static final String PASSED = "reason.passed";

    public static final String FAILED = "reason.failed";

    public static final Reasons NONE = new Reasons(null, null, Set.of());

    /** Of both sentences, as far as they can be taken apart. */
    public Stream<String> expressions() {
        return Stream.of(passed, failed)
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text.en(), text.ja()))
                .flatMap(Reasons::expressions);
    }

    private static Stream<String> expressions(String sentence) {
        try {
            return Template.of(sentence).expressions().stream();
        } catch (Template.Unbalanced e) {
            return Stream.of(); // reported when it is compiled
        }
    }
}
