package io.shisei.stub;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** What AWS answers where nothing goes wrong. */
public interface Answers {

    /**
     * @param operation API and operation, {@code S3 ListBuckets}
     * @param shape the class of the answer
     */
    SdkResponse of(String operation, SdkRequest request, Class<?> shape);
}
