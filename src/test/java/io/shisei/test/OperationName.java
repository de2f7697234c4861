package io.shisei.test;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Has every request of the tests' SDK say which operation it is, so that a {@link Gate} need not know how to tell. */
public final class OperationName implements ExecutionInterceptor {

    static final String OPERATION = "X-Shisei-Operation";
    static final String PROTOCOL = "X-Shisei-Protocol";

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        var api = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        var protocol = attributes.getAttribute(SdkInternalExecutionAttribute.PROTOCOL_METADATA);
        return context.httpRequest().toBuilder()
                .putHeader(OPERATION, api + " " + operation)
                .putHeader(PROTOCOL, protocol == null ? "" : protocol.serviceProtocol())
                .build();
    }
}
