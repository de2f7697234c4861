package io.shisei.aws.kind;

import io.shisei.aws.door.SdkFaults;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * A call of an API, and what IAM has to allow for it; made by {@link Api#ask}.
 *
 * @param action the IAM action, {@code s3:GetBucketPublicAccessBlock}
 * @param operation as the API calls it, {@code GetPublicAccessBlock}
 * @param none the error codes by which AWS says that there is no such thing
 * @param resources what IAM has to allow it for, where that is not everything
 * @param everywhere whether AWS has it in every region
 */
public record Ask<C extends SdkClient>(
        Api<C> api, String action, String operation, Set<String> none, Set<String> resources, boolean everywhere) {

    /** The error {@code codes} by which AWS says that there is no such thing: not configured, or gone. */
    public Ask<C> none(String... codes) {
        return new Ask<>(api, action, operation, Set.of(codes), resources, everywhere);
    }

    /** What IAM has to allow it for: what stands in the ARNs behind the partition. */
    public Ask<C> on(String... names) {
        return new Ask<>(api, action, operation, none, Set.of(names), everywhere);
    }

    /** Some regions lack what it lists, or the setting that it tells: docs/adr/0093 says when AWS's word is taken for it. */
    public Ask<C> notEverywhere() {
        return new Ask<>(api, action, operation, none, resources, false);
    }

    /** Asks, and takes whatever is thrown for AWS's answer; null is none. */
    <T> Answer<T> answer(Supplier<@Nullable T> call) {
        try {
            var value = call.get();
            return value == null ? new Answer.None<>() : new Answer.Given<>(value);
        } catch (AbortedException | CancellationException interrupted) {
            throw new CancellationException(interrupted.getMessage());
        } catch (Lacking lacking) { // another call, made on the way
            return new Answer.Missing<>(lacking.gap(), false);
        } catch (RuntimeException fault) {
            return none.contains(SdkFaults.code(fault))
                    ? new Answer.None<>()
                    : new Answer.Missing<>(SdkFaults.gap(action, fault), !everywhere && SdkFaults.isNotOffered(fault));
        }
    }
}
