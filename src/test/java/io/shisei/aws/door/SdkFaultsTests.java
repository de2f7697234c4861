package io.shisei.aws.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.inventory.Gap;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.rds.RdsClient;

class SdkFaultsTests {

    @Test
    void takesAwssCodeAndWordsWithoutRequestIds() {
        var fault = AwsServiceException.builder()
                .message("No (Service: S3, Status Code: 403, Request ID: XYZ)")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("No")
                        .build())
                .build();
        assertThat(SdkFaults.gap("s3:GetBucketAcl", fault)).isEqualTo(new Gap("s3:GetBucketAcl", "AccessDenied", "No"));
    }

    @Test
    void anAnswerWithoutACodeIsCalledByItsStatus() {
        assertThat(SdkFaults.code(AwsServiceException.builder().statusCode(503).build()))
                .isEqualTo("Http503");
    }

    @Test
    void whatTakesTooLongIsATimeout() {
        assertThat(SdkFaults.code(ApiCallTimeoutException.create(1))).isEqualTo("Timeout");
        assertThat(SdkFaults.code(ApiCallAttemptTimeoutException.create(1))).isEqualTo("Timeout");
        assertThat(SdkFaults.code(SdkClientException.create("x", new SocketTimeoutException())))
                .isEqualTo("Timeout");
    }

    @Test
    void whatCannotBeReachedIsUnreachable() {
        assertThat(SdkFaults.code(SdkClientException.create("x", new UnknownHostException())))
                .isEqualTo("Unreachable");
    }

    @Test
    void anythingElseIsAMalformedAnswer() {
        assertThat(SdkFaults.code(new IllegalArgumentException("no number"))).isEqualTo("MalformedAnswer");
        assertThat(SdkFaults.code(SdkClientException.create("Unable to unmarshall response")))
                .isEqualTo("MalformedAnswer");
    }

    @Test
    void garbageOverTheWireIsAMalformedAnswer() throws Exception {
        assertThat(clusters(Reply.xml(200, "<Describe"))).isEqualTo("MalformedAnswer");
        assertThat(clusters(Reply.xml(200, "hello"))).isEqualTo("MalformedAnswer");
        assertThat(taskDefinition("{\"taskDefinition\": {\"revision\"")).isEqualTo("MalformedAnswer");
        assertThat(taskDefinition("<html>")).isEqualTo("MalformedAnswer");
        assertThat(taskDefinition("{\"taskDefinition\": {\"revision\": \"first\"}}"))
                .isEqualTo("MalformedAnswer");
    }

    @Test
    void anErrorPageIsCalledByItsStatus() throws Exception {
        assertThat(clusters(Reply.xml(502, "<html>Bad gateway</html>"))).isEqualTo("Http502");
    }

    private static String clusters(Reply reply) throws IOException {
        try (var aws = FakeAws.answering(request -> reply);
                var rds = RdsClient.builder()
                        .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
                        .build()) {
            return code(rds::describeDBClusters);
        }
    }

    private static String taskDefinition(String json) throws IOException {
        try (var aws = FakeAws.answering(request -> new Reply(200, "application/x-amz-json-1.1", json));
                var ecs = EcsClient.create()) {
            return code(() -> ecs.describeTaskDefinition(request -> request.taskDefinition("a")));
        }
    }

    private static String code(Supplier<?> call) {
        try {
            return "nothing wrong with " + call.get();
        } catch (RuntimeException fault) {
            return SdkFaults.code(fault);
        }
    }
}
