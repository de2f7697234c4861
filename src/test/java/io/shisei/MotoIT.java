package io.shisei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shisei.test.ApplicationTest;
import io.shisei.test.FirstTen;
import io.shisei.test.Gate;
import io.shisei.test.Moto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an emulated AWS through the whole service to the REST API. */
@ApplicationTest
class MotoIT {

    private static final String ACCOUNT = "123456789012";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TAGS = "ResourceGroupsTaggingApi GetResources";
    private static Moto moto;
    private static Gate gate;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void start() throws IOException {
        moto = Moto.start();
        gate = new Gate(moto.endpoint());
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            gate.close();
            moto.close();
        }
    }

    @BeforeEach
    void anAccountWithBuckets() {
        moto.reset();
        gate.deny(uri -> false);
        for (var region : new Region[] {Region.US_EAST_1, Region.EU_WEST_1}) {
            try (var s3 = S3Client.builder().region(region).forcePathStyle(true).build()) {
                bucket(s3, region, "shut-" + region, true);
                bucket(s3, region, "open-" + region, false);
            }
        }
        call("POST", "/accounts", "{\"name\": \"moto\", \"regions\": [\"us-east-1\", \"eu-west-1\"]}");
    }

    @AfterEach
    void noAccount() {
        call("DELETE", "/accounts/" + ACCOUNT, "");
    }

    @Test
    void judgesBucketsOfTwoRegionsAndFindsNothingNewTheSecondTime() {
        assertThat(scan().at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(verdicts())
                .containsEntry("S3.8 shut-us-east-1", "PASSED ")
                .containsEntry("S3.8 shut-eu-west-1", "PASSED ")
                .containsKey("S3.8 open-us-east-1")
                .containsKey("S3.8 open-eu-west-1");
        var before = rows();
        assertThat(scan().at("/counts/opened").asInt()).isZero();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void warnsOfExactlyWhatADeniedCallHidesAndHealsAfterwards() {
        openSshToEveryone();
        scan();
        var allowed = verdicts();
        gate.deny(uri ->
                uri.toString().contains("publicAccessBlock") && uri.getPath().contains("us-east-1"));
        var scan = scan();
        assertThat(scan.at("/state").asString()).isEqualTo("INCOMPLETE");
        assertThat(scan.at("/coverage").asDouble()).isLessThan(100);
        var expected = new TreeMap<>(allowed);
        expected.put("S3.8 shut-us-east-1", "WARNING s3:GetBucketPublicAccessBlock AccessDenied");
        expected.put("S3.8 open-us-east-1", "WARNING s3:GetBucketPublicAccessBlock AccessDenied");
        assertThat(verdicts()).isEqualTo(expected);
        gate.deny(uri -> false);
        assertThat(scan().at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(verdicts()).isEqualTo(allowed);
    }

    @Test
    void archivesNothingWhileListingIsDenied() {
        scan();
        gate.deny(uri -> uri.getQuery() != null && uri.getQuery().contains("max-buckets"));
        scan();
        assertThat(verdicts())
                .containsEntry("S3.8 shut-us-east-1", "WARNING s3:ListAllMyBuckets AccessDenied")
                .containsEntry("S3.8 open-eu-west-1", "WARNING s3:ListAllMyBuckets AccessDenied");
    }

    @Test
    void checksOneMendedBucketAgainAtOnceAndAsksNothingOfOthers() {
        scan();
        var before = verdicts();
        try (var s3 =
                S3Client.builder().region(Region.US_EAST_1).forcePathStyle(true).build()) {
            shut(s3, "open-us-east-1");
        }
        gate.deny(uri -> uri.getPath().contains("shut-us-east-1"));
        var recheck = call("POST", "/findings/" + id("S3.8", "open-us-east-1") + "/recheck", "");
        assertThat(recheck.at("/outcome").asString()).isEqualTo("READ");
        var expected = new TreeMap<>(before);
        expected.keySet().removeIf(key -> key.endsWith(" open-us-east-1"));
        assertThat(verdicts()).containsAllEntriesOf(expected).containsEntry("S3.8 open-us-east-1", "PASSED ");

        gate.deny(uri ->
                uri.toString().contains("publicAccessBlock") && uri.getPath().contains("us-east-1"));
        call("POST", "/findings/" + id("S3.8", "open-us-east-1") + "/recheck", "");
        assertThat(verdicts())
                .containsAllEntriesOf(expected)
                .containsEntry("S3.8 open-us-east-1", "WARNING s3:GetBucketPublicAccessBlock AccessDenied");
    }

    @Test
    void hidesBucketsByTheirTagsWhetherTheyCanBeReadOrNot() {
        tag("open-eu-west-1", "env", "test");
        var tagged = hide("{\"all\": [{\"key\": \"env\", \"value\": \"test\"}]}");
        scan();
        assertThat(hidden()).containsExactly("S3.8 open-eu-west-1");
        var before = rows();
        scan();
        assertThat(rows()).isEqualTo(before);

        denyTags();
        var scan = scan();
        gate.leaveAlone(TAGS);
        assertThat(scan.at("/state").asString()).isEqualTo("COMPLETED");
        assertThat(scan.at("/coverage").asDouble()).isEqualTo(100);
        assertThat(rows()).isEqualTo(before);
        assertThat(call("GET", "/scans/" + scan.at("/id").asString() + "/coverage", "")
                        .findValuesAsString("action"))
                .contains("tag:GetResources");
        end(tagged);
    }

    @Test
    void takesNoBucketForUntaggedWhoseTagsNobodyCouldRead() {
        tag("open-us-east-1", "env", "prod");
        var untagged = hide("{\"none\": [{\"key\": \"env\"}]}");
        denyTags();
        scan();
        gate.leaveAlone(TAGS);
        assertThat(hidden()).isEmpty();
        scan();
        assertThat(hidden()).containsExactly("S3.8 open-eu-west-1");
        end(untagged);
    }

    private static void denyTags() {
        gate.meddle(TAGS, (request, aws) -> new Gate.Reply(400, "application/x-amz-json-1.1", """
                {"__type": "AccessDeniedException", "Message": "not allowed"}"""));
    }

    private static void tag(String bucket, String key, String value) {
        try (var s3 = S3Client.builder().forcePathStyle(true).build()) {
            s3.putBucketTagging(put -> put.bucket(bucket)
                    .tagging(tagging ->
                            tagging.tagSet(Tag.builder().key(key).value(value).build())));
        }
    }

    /** Answers the rule, for the failures of one control. */
    private JsonNode hide(String tags) {
        return call("POST", "/suppressions", """
                {"controlIds": ["S3.8"], "accountIds": ["%s"], "tags": %s, "reason": "on purpose", "owner": "web"}
                """.formatted(ACCOUNT, tags));
    }

    private void end(JsonNode rule) {
        call("POST", "/suppressions/" + rule.at("/id").asString() + "/end", "{\"note\": \"done\"}");
    }

    private List<String> hidden() {
        return call("GET", "/findings?accountId=" + ACCOUNT + "&workflowStatus=SUPPRESSED&complianceStatus=FAILED", "")
                .at("/items")
                .valueStream()
                .map(item -> item.at("/controlId").asString() + " "
                        + item.at("/resource/name").asString())
                .toList();
    }

    private String id(String control, String bucket) {
        return call("GET", "/findings?accountId=" + ACCOUNT + "&controlId=" + control + "&q=" + bucket, "")
                .at("/items/0/id")
                .asString();
    }

    private static void bucket(S3Client s3, Region region, String name, boolean shut) {
        s3.createBucket(create -> {
            create.bucket(name);
            if (region != Region.US_EAST_1) {
                create.createBucketConfiguration(where -> where.locationConstraint(region.id()));
            }
        });
        if (shut) {
            shut(s3, name);
        }
    }

    private static void shut(S3Client s3, String name) {
        s3.putPublicAccessBlock(put -> put.bucket(name)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
    }

    private static void openSshToEveryone() {
        try (var ec2 = Ec2Client.create()) {
            var group = ec2.createSecurityGroup(
                            create -> create.groupName("ssh").description("ssh"))
                    .groupId();
            ec2.authorizeSecurityGroupIngress(allow -> allow.groupId(group)
                    .ipProtocol("tcp")
                    .fromPort(22)
                    .toPort(22)
                    .cidrIp("0.0.0.0/0"));
        }
    }

    private JsonNode scan() {
        var wanted = JSON.writeValueAsString(Map.of("accountId", ACCOUNT, "controlIds", FirstTen.CONTROLS));
        var id = call("POST", "/scans", wanted).at("/id").asString();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> !call("GET", "/scans/" + id, "").at("/finishedAt").isNull());
        return call("GET", "/scans/" + id, "");
    }

    /** By control and resource name, the verdict and its reason. */
    private Map<String, String> verdicts() {
        var verdicts = new TreeMap<String, String>();
        call("GET", "/findings?accountId=" + ACCOUNT + "&pageSize=1000", "")
                .at("/items")
                .forEach(item -> verdicts.put(
                        item.at("/controlId").asString() + " "
                                + item.at("/resource/name").asString(),
                        item.at("/complianceStatus").asString() + " "
                                + item.at("/reason").asString()));
        return verdicts;
    }

    private String rows() {
        return jdbc.sql("""
                        select (select string_agg(ctid::text || xmin, ',' order by id) from finding)
                            || (select string_agg(ctid::text || xmin, ',' order by id) from resource)
                            || (select count(*) from transition)
                        """).query(String.class).single();
    }

    private JsonNode call(String method, String path, String body) {
        var login = Base64.getEncoder()
                .encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isLessThan(300);
            return JSON.readTree(response.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
