package io.shisei.test;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An account of an emulated AWS that is not the service's own. Its roles open to whom their trust policies name, which Moto
 * itself does not check: as {@link Gate.Meddler} of {@code Sts AssumeRole} it reads them from Moto.
 */
public final class ForeignAccount implements Gate.Meddler {

    private static final JsonMapper JSON = new JsonMapper();

    private final String id;
    private final URI moto;

    public ForeignAccount(String id, URI moto) {
        this.id = id;
        this.moto = moto;
    }

    public String role(String name) {
        return "arn:aws:iam::" + id + ":role/" + name;
    }

    /** Deploys a CloudFormation template, as {@code aws cloudformation deploy} does. */
    public void deploy(String template, Map<String, String> parameters) {
        var call = new TreeMap<>(Map.of(
                "Action",
                "CreateStack",
                "StackName",
                "shisei",
                "TemplateBody",
                template,
                "Capabilities.member.1",
                "CAPABILITY_NAMED_IAM"));
        var number = 0;
        for (var parameter : parameters.entrySet()) {
            var member = "Parameters.member." + ++number;
            call.put(member + ".ParameterKey", parameter.getKey());
            call.put(member + ".ParameterValue", parameter.getValue());
        }
        send("cloudformation", call);
    }

    /** Changes the external id that a role demands, as in the IAM console: Moto leaves it alone when a stack is updated. */
    public void demand(String role, String externalId) {
        try (var iam = iam()) {
            var trust = trust(iam, role);
            ((ObjectNode) trust.at("/Statement/0/Condition/StringEquals")).put("sts:ExternalId", externalId);
            iam.updateAssumeRolePolicy(update -> update.roleName(role).policyDocument(trust.toString()));
        }
    }

    /** A bucket with nothing set that could shut it. */
    public void bucket(String name) {
        try (var s3 = S3Client.builder()
                .credentialsProvider(credentials())
                .endpointOverride(moto)
                .forcePathStyle(true)
                .build()) {
            s3.createBucket(create -> create.bucket(name));
        }
    }

    @Override
    public Gate.Reply answer(Gate.Request request, Gate.Behind aws) throws IOException, InterruptedException {
        var asked = form(new String(request.body(), StandardCharsets.UTF_8));
        return opens(asked.get("RoleArn"), asked.get("ExternalId"))
                ? aws.answer(request)
                : denied(asked.get("RoleArn"));
    }

    private boolean opens(String role, String externalId) {
        try (var iam = iam()) {
            return trust(iam, role.substring(role.lastIndexOf('/') + 1))
                    .at("/Statement/0/Condition/StringEquals/sts:ExternalId")
                    .asString()
                    .equals(externalId);
        } catch (NoSuchEntityException missing) {
            return false;
        }
    }

    private static JsonNode trust(IamClient iam, String role) {
        var policy = iam.getRole(get -> get.roleName(role)).role().assumeRolePolicyDocument();
        return JSON.readTree(URLDecoder.decode(policy, StandardCharsets.UTF_8));
    }

    private IamClient iam() {
        return IamClient.builder()
                .credentialsProvider(credentials())
                .endpointOverride(moto)
                .build();
    }

    /** As AWS says it: whether the role is missing or does not trust the caller remains its secret. */
    private static Gate.Reply denied(String role) {
        return new Gate.Reply(403, "text/xml", """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
                <Message>User: arn:aws:iam::123456789012:user/moto is not authorized to perform: sts:AssumeRole on resource: %s</Message>
                </Error><RequestId>1</RequestId></ErrorResponse>
                """.formatted(role));
    }

    /** As Moto tells accounts apart: by credentials of a role there, which exists or not. */
    private StaticCredentialsProvider credentials() {
        try (var sts = StsClient.builder().endpointOverride(moto).build()) {
            var given = sts.assumeRole(
                            assume -> assume.roleArn(role("administrator")).roleSessionName("administrator"))
                    .credentials();
            return StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(given.accessKeyId(), given.secretAccessKey(), given.sessionToken()));
        }
    }

    /** There is no client of CloudFormation on the class path. */
    private void send(String service, Map<String, String> call) {
        var key = credentials().resolveCredentials().accessKeyId();
        var request = HttpRequest.newBuilder(moto)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=%s/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0"
                                .formatted(key, service))
                .POST(HttpRequest.BodyPublishers.ofString(written(call)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String written(Map<String, String> call) {
        return call.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> form(String body) {
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
