package io.shisei.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Rows;
import io.shisei.test.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of findings over HTTP, and what comes of them. */
@ApplicationTest
class ComparisonIT {

    private static final String ACCOUNT = "999900007777";
    private static final String IMPORT = "/api/v1/accounts/" + ACCOUNT + "/security-hub-findings";
    private static final String COMPARISON = "/api/v1/accounts/" + ACCOUNT + "/comparison";
    private static final String PAGE = "/accounts/" + ACCOUNT + "/comparison";
    private static final Pattern ACTION = Pattern.compile("action=\"(" + PAGE + "\\?_csrf=[^\"]+)\"");
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    HubFindings hub;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void someFindings() {
        accounts.save(new Account(new Identity(ACCOUNT, "aws"), "compared", Access.DEFAULT, null, Instant.now()));
        for (var status : new String[] {"PASSED", "FAILED", "WARNING"}) {
            Rows.finding(jdbc, UUID.randomUUID(), ACCOUNT, "S3.8", status, "NEW");
        }
    }

    @AfterEach
    void noAccount() {
        registration.delete(ACCOUNT);
    }

    @Test
    void agreesWithOurOwnExport() throws Exception {
        var ours = send(request("/api/v1/findings/export?format=asff&accountId=" + ACCOUNT))
                .body();
        assertThat(send(post(IMPORT, ours)).statusCode()).isEqualTo(422); // It is not Security Hub that says so.
        var imported = json(send(post(IMPORT, bySecurityHub(ours))).body());
        assertThat(imported.path("detail").asString("")).isEmpty();
        assertThat(imported.get("findings").asInt()).isEqualTo(3);
        assertThat(send(request(IMPORT)).body()).isEqualTo(imported.toString());
        assertThat(counts()).isEqualTo("""
                {"controlId":"S3.8","agree":2,"differ":0,"onlyTheirs":0,"onlyOurs":0,"unknown":1}""");
        var agreed = json(send(request(COMPARISON + "?controlId=S3.8&outcome=AGREE&outcome=DIFFER"))
                .body());
        assertThat(agreed.get("items"))
                .hasSize(2)
                .allSatisfy(it ->
                        assertThat(it.at("/ours/complianceStatus")).isEqualTo(it.at("/securityHub/complianceStatus")));
    }

    /** As if Security Hub had found the same. */
    private static String bySecurityHub(String ours) {
        return ours.replaceAll("product/\\d+/default", "product/aws/securityhub");
    }

    private String counts() throws IOException, InterruptedException {
        return json(send(request(COMPARISON + "/controls")).body())
                .at("/items/0")
                .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Findings\": [ | 400 | line 1, column",
                "'' | 422 | nothing to compare",
                "[1] | 422 | NOT_A_FINDING: 1",
                "{\"AwsAccountId\": \"123456789012\"} | 422 | OTHER_ACCOUNT: 1 [123456789012]"
            })
    void saysWhatIsWrongWithAFile(String file, int status, String detail) throws Exception {
        var answer = send(post(IMPORT, file));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer.body()).get("detail").asString()).contains(detail);
    }

    @Test
    void isOfAnAccountThatIsWatched() throws Exception {
        assertThat(send(post(IMPORT.replace(ACCOUNT, "999900007776"), "[]")).statusCode())
                .isEqualTo(404);
        assertThat(send(request(COMPARISON.replace(ACCOUNT, "999900007776"))).statusCode())
                .isEqualTo(404);
        assertThat(send(request(IMPORT)).statusCode()).isEqualTo(404);
        assertThat(send(request(COMPARISON + "?controlId=S3.9999")).statusCode())
                .isEqualTo(400);
        assertThat(send(request(COMPARISON + "?outcome=MAYBE")).statusCode()).isEqualTo(400);
    }

    /** Larger than other bodies may be. */
    @Test
    void keepsNoFileInMemory() throws Exception {
        var repeated = Asff.of("S3.8", "arn:aws:s3:::data", "FAILED")
                .with("AwsAccountId", ACCOUNT)
                .with("Description", "x".repeat(4000));
        var file = new Repeated((repeated + "\n").getBytes(StandardCharsets.UTF_8), 20_000);
        var imported = hub.bringIn(ACCOUNT, file, "admin");
        assertThat(imported.leftOut()).containsExactly(new LeftOut(LeftOut.Reason.REPEATED, 19_999, List.of()));
        assertThat(file.read).isGreaterThan(80 * MEGABYTE);
        assertThat(file.heaviest).isLessThan(file.before + 50 * MEGABYTE);
    }

    /** The same bytes again and again; weighs the heap meanwhile. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long size;
        private final long before = heap();
        private long heaviest;
        private long read;
        private long next = 20 * MEGABYTE;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.size = (long) bytes.length * times;
        }

        @Override
        public int read() {
            return read == size ? -1 : bytes[(int) (read++ % bytes.length)];
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            if (read == size) {
                return -1;
            }
            var at = (int) (read % bytes.length);
            var count = Math.min(length, bytes.length - at);
            System.arraycopy(bytes, at, buffer, from, count);
            read += count;
            if (read > next) {
                next += 20 * MEGABYTE;
                heaviest = Math.max(heaviest, heap());
            }
            return count;
        }

        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    @Test
    void takesAFileFromAForm() throws Exception {
        var visitor = visitor();
        var file = Asff.of("S3.8", "arn:aws:s3:::data", "FAILED")
                .with("AwsAccountId", ACCOUNT)
                .with("Description", "x".repeat((int) MEGABYTE))
                .toString();
        var answer = upload(visitor, action(visitor), form("file\"; filename=\"findings.json", file));
        assertThat(answer.statusCode()).isEqualTo(302);
        var page = visitor.get(PAGE).body();
        assertThat(page).contains("Imported. Verdicts to compare: 1", "controlId=S3.8&amp;outcome=ONLY_OURS");
        assertThat(visitor.get(PAGE + "/resources?controlId=S3.8&outcome=ONLY_THEIRS")
                        .body())
                .contains("arn:aws:s3:::data", "not in the inventory");
    }

    @Test
    void takesBodiesOfSeveralMegabytes() throws Exception {
        var file = "[" + (" ".repeat((int) MEGABYTE) + ",null").repeat(3).substring((int) MEGABYTE + 1) + "]";
        assertThat(send(post(IMPORT, file)).statusCode()).isEqualTo(422);
        assertThat(send(post("/api/v1/accounts", file)).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesFormsThatAreNone() throws Exception {
        var visitor = visitor();
        var action = action(visitor);
        assertThat(upload(visitor, action, form("file", "[]")).statusCode()).isEqualTo(400);
        assertThat(upload(visitor, action, "no part").statusCode()).isEqualTo(400);
        var brokenOff = form("file\"; filename=\"f", "[1, 2").replace("\r\n--limit--", "");
        assertThat(upload(visitor, action, brokenOff).statusCode()).isEqualTo(400);
        assertThat(upload(visitor, PAGE + "?_csrf=forged", form("file\"; filename=\"f", "[]"))
                        .statusCode())
                .isEqualTo(403);
        var notJson = upload(visitor, action, form("file\"; filename=\"f", "Id,Status"));
        assertThat(notJson.statusCode()).isEqualTo(302);
        assertThat(visitor.get(PAGE).body()).contains("This is not JSON: see line 1");
    }

    private Visitor visitor() throws IOException, InterruptedException {
        return Visitor.logIn("http://localhost:" + port, ApplicationTest.PASSWORD);
    }

    private static String action(Visitor visitor) throws IOException, InterruptedException {
        var form = ACTION.matcher(visitor.get(PAGE).body());
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    private static String form(String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content
                + "\r\n--limit--\r\n";
    }

    private static HttpResponse<String> upload(Visitor visitor, String action, String form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(visitor.url() + action))
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(BodyPublishers.ofString(form));
        return visitor.client().send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(request(path), (name, value) -> true)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest request(String path) {
        var login = Base64.getEncoder()
                .encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
    }
}
