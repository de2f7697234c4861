package io.shisei.stub;

import io.shisei.test.Gate.Meddler;
import io.shisei.test.Gate.Reply;
import io.shisei.test.Gate.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * AWS within this process, below the SDK's clients: whoever meddles answers on the wire, byte by byte; all else is
 * answered with what was recorded of the operation, or with a made-up answer of its shape.
 */
public final class StubAws implements SdkHttpClient, ExecutionInterceptor {

    private static final Reply JSON = new Reply(200, "application/json", "{}");
    private static final Reply XML = new Reply(200, "text/xml", "<Answer/>");

    private final Answers answers;
    private final Map<String, Meddler> meddlers = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> meddled = ThreadLocal.withInitial(() -> false);

    public StubAws(Answers answers) {
        this.answers = answers;
    }

    /** Has {@code meddler} answer every request of {@code operation}, such as {@code S3 ListBuckets}. */
    public void meddle(String operation, Meddler meddler) {
        meddlers.put(operation, meddler);
    }

    /** The operations that were asked for so far. */
    public Set<String> seen() {
        return Set.copyOf(seen);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return response(answer(read(request)));
            }

            @Override
            public void abort() {}
        };
    }

    private @Nullable Reply answer(Request request) throws IOException {
        seen.add(request.operation());
        meddled.set(true);
        try {
            return meddlers.getOrDefault(request.operation(), (asked, aws) -> aws.answer(asked))
                    .answer(request, this::whole);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What it says is put in its place once it has been read. */
    private Reply whole(Request request) {
        meddled.set(false);
        return request.protocol().endsWith("json") ? JSON : XML;
    }

    @Override
    public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
        if (meddled.get()) {
            return context.response();
        }
        var operation = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME) + " "
                + attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        return answers.of(operation, context.request(), context.response().getClass());
    }

    private static Request read(HttpExecuteRequest request) throws IOException {
        var sent = request.httpRequest();
        var headers = new LinkedHashMap<String, String>();
        sent.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
        var body = request.contentStreamProvider().isPresent()
                ? request.contentStreamProvider().get().newStream().readAllBytes()
                : new byte[0];
        return Request.of(headers, sent.method().name(), sent.getUri(), body);
    }

    private static HttpExecuteResponse response(@Nullable Reply reply) throws SocketException {
        if (reply == null) {
            throw new SocketException("the connection was closed");
        }
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder()
                        .statusCode(reply.status())
                        .putHeader("Content-Type", reply.type())
                        .build())
                .responseBody(AbortableInputStream.create(reply.broken() ? half(reply.body()) : body(reply)))
                .build();
    }

    private static InputStream body(Reply reply) {
        return new ByteArrayInputStream(reply.body());
    }

    private static InputStream half(byte[] body) {
        return new SequenceInputStream(new ByteArrayInputStream(body, 0, body.length / 2), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new SocketException("the connection was lost");
            }
        });
    }

    @Override
    public void close() {}
}
