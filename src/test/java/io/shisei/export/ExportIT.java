package io.shisei.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Identity;
import io.shisei.account.Registration;
import io.shisei.finding.FindingFilter;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Filters;
import io.shisei.test.Rows;
import io.shisei.test.Visitor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports over HTTP, of what the database has. */
@ApplicationTest
class ExportIT {

    private static final String ACCOUNT = "999900008888";
    private static final String OTHER = "999900008889";
    private static final long MEGABYTE = 1 << 20;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Exports exports;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void twoAccounts() {
        for (var id : List.of(ACCOUNT, OTHER)) {
            accounts.save(new Account(new Identity(id, "aws"), "exports", Access.DEFAULT, null, Instant.now()));
        }
        find(OTHER, "S3.8", 3, "it is open");
    }

    @AfterEach
    void noAccounts() {
        List.of(ACCOUNT, OTHER).forEach(registration::delete);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountId=" + ACCOUNT,
                "accountId=" + ACCOUNT + "&complianceStatus=PASSED",
                "accountId=" + ACCOUNT + "&severity=HIGH&standardId=fsbp&service=S3&workflowStatus=NEW&q=open",
                "accountId=" + ACCOUNT + "&resourceId=arn:aws:s3:::bucket-2&resourceType=AWS::S3::Bucket",
                "accountId=" + ACCOUNT + "&recordState=ARCHIVED",
                "accountId=" + ACCOUNT + "&accountId=" + OTHER
            })
    void writesWhatTheListShows(String filter) throws Exception {
        find(ACCOUNT, "S3.8", 5, "it is open");
        find(ACCOUNT, "EC2.18", 4, "it is =open");
        var list = json(get("/findings?pageSize=1000&" + filter).body()).get("items");
        var lines =
                get("/findings/export?format=jsonl&" + filter).body().lines().map(ExportIT::json);
        assertThat(lines).containsExactlyElementsOf(list);
        assertThat(get("/findings/export?format=csv&" + filter).body().lines()).hasSize(list.size() + 1);
        assertThat(ids(json(get("/findings/export?format=asff&" + filter).body()), "shisei~1FindingId"))
                .hasSize(list.size())
                .isSubsetOf(StreamSupport.stream(list.spliterator(), false)
                        .map(item -> item.get("id").asString())
                        .toList());
    }

    private static List<String> ids(JsonNode asff, String field) {
        return StreamSupport.stream(asff.get("Findings").spliterator(), false)
                .map(finding -> finding.at("/ProductFields/" + field).asString())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void isPackedWhereItsReaderUnpacks(Format format) throws Exception {
        find(ACCOUNT, "S3.8", 300, "it is open");
        var path = "/api/v1/findings/export?accountId=" + ACCOUNT + "&format=" + format;
        var packed = client().send(packed(path), BodyHandlers.ofByteArray());
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(client().send(request(path), BodyHandlers.ofByteArray())
                            .body());
        }
    }

    @Test
    void keepsNoFinding() {
        find(ACCOUNT, "S3.8", 10_000, "x".repeat(10_000));
        var out = new Weighed();
        exports.write(filter(), new ExportFile(Format.CSV, false, Locale.ENGLISH), out);
        assertThat(out.written).isGreaterThan(80 * MEGABYTE);
        assertThat(out.heaviest).isLessThan(out.before + 50 * MEGABYTE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/findings/export?format=", "/findings/export?format="})
    void breaksOffWhenItCannotGoOn(String path) throws Exception {
        find(ACCOUNT, "S3.8", 3000, "it is open");
        find(ACCOUNT, "no control has this id", 1, "it breaks"); // The oldest, and so the last.
        for (var format : Format.values()) {
            var read = new ByteArrayOutputStream();
            var address = path + format + "&accountId=" + ACCOUNT;
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> client().send(packed(address), BodyHandlers.ofByteArray()));
            var answer = client().send(request(address), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            try (InputStream body = answer.body()) {
                assertThatExceptionOfType(IOException.class).isThrownBy(() -> body.transferTo(read));
            }
            var text = read.toString(StandardCharsets.UTF_8);
            assertThat(text.lines()).hasSizeBetween(1000, 3001);
            assertThat(text).doesNotContain("urn:shisei:problem", "<html");
        }
    }

    @Test
    void endsWhereItsReaderStops() {
        find(ACCOUNT, "S3.8", 3000, "it is open");
        for (var i = 0; i <= Exports.AT_ONCE; i++) {
            var out = new Stopping();
            exports.write(filter(), new ExportFile(Format.CSV, false, Locale.ENGLISH), out);
            assertThat(out.asked).isEqualTo(1);
        }
    }

    private static final class Stopping extends OutputStream {
        private int asked;

        @Override
        public void write(int one) throws IOException {
            asked++;
            throw new IOException("hung up");
        }
    }

    @Test
    void saysWhatIsWrongBeforeItBegins() throws Exception {
        find(ACCOUNT, "no control has this id", 1, "it breaks");
        var answer = get("/findings/export?format=csv&accountId=" + ACCOUNT);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    /** Counts what it is given, and weighs the heap meanwhile. */
    private static final class Weighed extends OutputStream {
        private final long before = heap();
        private long heaviest;
        private long written;
        private long next = 20 * MEGABYTE;

        @Override
        public void write(int one) {
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            written += length;
            if (written > next) {
                next += 20 * MEGABYTE;
                heaviest = Math.max(heaviest, heap());
            }
        }

        private static long heap() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    private static FindingFilter filter() {
        return Filters.ANY.ofAccount(ACCOUNT);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private HttpClient client() throws IOException, InterruptedException {
        return Visitor.logIn("http://localhost:" + port, ApplicationTest.PASSWORD)
                .client();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client().send(request("/api/v1" + path), BodyHandlers.ofString());
    }

    private HttpRequest packed(String path) {
        return HttpRequest.newBuilder(request(path), (name, value) -> true)
                .header("Accept-Encoding", "gzip")
                .build();
    }

    private HttpRequest request(String path) {
        var login = Base64.getEncoder()
                .encodeToString(("admin:" + ApplicationTest.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login)
                .build();
    }

    private void find(String account, String control, int count, String reason) {
        Rows.findings(jdbc, account, control, count, reason);
    }
}
