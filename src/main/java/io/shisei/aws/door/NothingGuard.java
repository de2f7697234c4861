package io.shisei.aws.door;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;

/**
 * Refuses answers in which nothing is set: AWS sends lists even if they are empty, so that such an answer is somebody
 * else's and would be taken for one in which there is nothing.
 */
final class NothingGuard implements ExecutionInterceptor {

    /** Of a bucket in us-east-1, and of one that logs nowhere, S3 has nothing to say. */
    private static final Set<Class<? extends SdkResponse>> MAY_SAY_NOTHING =
            Set.of(GetBucketLocationResponse.class, GetBucketLoggingResponse.class);

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var response = context.response();
        if (!MAY_SAY_NOTHING.contains(response.getClass()) && saysNothing(response)) {
            throw SdkClientException.create("the answer says nothing");
        }
    }

    private static boolean saysNothing(SdkPojo told) {
        return told.sdkFields().stream().allMatch(field -> isUnset(field.getValueOrDefault(told)));
    }

    private static boolean isUnset(@Nullable Object value) {
        return value == null
                || value instanceof SdkAutoConstructList
                || value instanceof SdkAutoConstructMap
                || value instanceof SdkPojo within && saysNothing(within);
    }
}
