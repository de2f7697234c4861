package io.shisei.aws.collect;

import io.shisei.aws.Faults;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * A call by IAM action and API operation.
 *
 * @param none the error codes by which AWS says that there is no such thing
 */
record Ask(String action, String operation, Set<String> none) {

    Ask(String action, String operation) {
        this(action, operation, Set.of());
    }

    /** Asks, and takes whatever is thrown for AWS's answer; null is none. */
    <T> Answer<T> answer(Supplier<@Nullable T> call) {
        try {
            var value = call.get();
            return value == null ? new Answer.None<>() : new Answer.Given<>(value);
        } catch (AbortedException | CancellationException interrupted) {
            throw new CancellationException(interrupted.getMessage());
        } catch (RuntimeException fault) {
            return none.contains(Faults.code(fault))
                    ? new Answer.None<>()
                    : new Answer.Missing<>(Faults.gap(action, fault));
        }
    }
}
