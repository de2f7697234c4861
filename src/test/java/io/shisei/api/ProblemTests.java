package io.shisei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import com.jayway.jsonpath.JsonPath;
import io.shisei.account.AccessPolicy;
import io.shisei.account.Accounts;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import io.shisei.scan.Scans;
import io.shisei.security.Tokens;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

@ApiTest
class ProblemTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Scans scans;

    @Autowired
    Tokens tokens;

    @Autowired
    AccessPolicy policy;

    @Autowired
    Controls controls;

    Calls api;

    @BeforeEach
    void calls() {
        api = new Calls(mvc);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /schedules         | {"name": " ", "cron": "0 3 * * *"}                     | #/name | 入力してください。
            /schedules         | {"name": "a"}                                          | #/cron | 入力してください。
            /accounts          | {"name": "%s"}                                         | #/name | 200 文字以内で入力してください。
            """)
    void tellsWhatIsWrongWithAFieldInTheReadersLanguage(String path, String body, String pointer, String detail) {
        assertThat(mvc.post()
                        .uri("/api/v1" + path)
                        .header("Accept-Language", "ja")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.formatted("a".repeat(201))))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0]")
                .asMap()
                .containsEntry("pointer", pointer)
                .containsEntry("detail", detail);
    }

    @Test
    void answersProblemsForPathsThatAreNot() {
        problem(api.get("/nothing"), HttpStatus.NOT_FOUND);
        problem(mvc.get().uri("/api").exchange(), HttpStatus.NOT_FOUND);
    }

    @Test
    void answersProblemsForMethodsThatAreNot() {
        problem(api.delete("/accounts"), HttpStatus.METHOD_NOT_ALLOWED).containsHeader("Allow");
    }

    @Test
    void answersProblemsForTypesThatAreNot() {
        problem(
                mvc.post()
                        .uri("/api/v1/accounts")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("name=a")
                        .exchange(),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        problem(mvc.get().uri("/api/v1/accounts").accept(MediaType.TEXT_HTML).exchange(), HttpStatus.NOT_ACCEPTABLE);
        problem(
                mvc.get()
                        .uri("/api/v1/scans/" + Some.ID + "/events")
                        .accept(MediaType.APPLICATION_JSON)
                        .exchange(),
                HttpStatus.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "\"a\"", "null", "{\"name\": \"a\"} x", "{\"name\": \"a\u0001\"}", "{name: 1}"})
    void answersProblemsForBodiesThatAreNone(String body) {
        problem(api.post("/accounts", body), HttpStatus.BAD_REQUEST);
    }

    @Test
    void saysThatTheDatabaseIsDown() {
        when(scans.list(any(), any())).thenThrow(new DataAccessResourceFailureException("connection refused"));
        problem(api.get("/scans"), HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Test
    void saysThatAValueCannotBeStored() {
        var refusal = new DataIntegrityViolationException("", new SQLException("invalid byte sequence", "22021"));
        when(tokens.issue(any(), any())).thenThrow(refusal);
        problem(api.post("/tokens", "{\"name\": \"a\\u0000\"}"), HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @MethodSource
    void answersEachKindOfRefusal(Refusal refusal, HttpStatus status, String type) {
        doThrow(refusal).when(tokens).revoke(eq(Some.ID), any());
        problem(api.delete("/tokens/" + Some.ID), status)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:shisei:problem:" + type);
    }

    static Stream<Arguments> answersEachKindOfRefusal() {
        return Stream.of(
                Arguments.of(new Refusal.Invalid(LimitCode.BLANK, "name"), HttpStatus.BAD_REQUEST, "malformed"),
                Arguments.of(
                        new Refusal.Impossible(LimitCode.BLANK, "name"),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "impossible"),
                Arguments.of(new Refusal.Unknown(LimitCode.BLANK), HttpStatus.NOT_FOUND, "not-found"),
                Arguments.of(new Refusal.Conflict(LimitCode.BLANK, null), HttpStatus.CONFLICT, "concurrent"),
                Arguments.of(new Refusal.Stale(LimitCode.BLANK), HttpStatus.PRECONDITION_FAILED, "stale"),
                Arguments.of(new Refusal.Forbidden(LimitCode.BLANK), HttpStatus.FORBIDDEN, "forbidden"));
    }

    @Test
    void tellsNothingOfFaults() {
        doThrow(new IllegalStateException("secret")).when(scans).find(Some.ID);
        problem(api.get("/scans/" + Some.ID), HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "%%%", "YQ", "AA", "YQoAYg"})
    void namesThePageTokenThatIsNone(String token) {
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(Some.account()));
        var answer = mvc.get().uri("/api/v1/accounts").param("pageToken", token).exchange();
        if (!token.equals("YQoAYg")) { // a token of such a list, if not one of ours
            problem(answer, HttpStatus.BAD_REQUEST)
                    .bodyJson()
                    .extractingPath("$.errors[0].pointer")
                    .isEqualTo("pageToken");
        }
    }

    @Test
    void issuesTokensOnce() {
        var token = new Tokens.Token(Some.ID, "ci", "admin", ApiTest.NOW);
        when(tokens.issue("ci", "admin")).thenReturn(new Tokens.Issued(token, "shisei_secret"));
        when(tokens.of(any())).thenReturn(List.of(token));
        doThrow(new Refusal.Unknown(LimitCode.BLANK)).when(tokens).revoke(eq(Some.OTHER_ID), any());
        assertThat(api.post("/tokens", "{\"name\": \"ci\"}"))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"id": "00000000-0000-0000-0000-000000000001", "name": "ci", "username": "admin",
                         "createdAt": "2026-03-01T12:00:00Z", "secret": "shisei_secret"}""");
        assertThat(api.get("/tokens")).hasStatusOk().bodyText().doesNotContain("secret");
        assertThat(api.delete("/tokens/" + Some.ID)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.delete("/tokens/" + Some.OTHER_ID)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.post("/tokens", "{\"name\": \"\"}")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsWhatAnAccountHasToAllow() {
        var document = """
                {"Version": "2012-10-17",
                 "Statement": [{"Effect": "Allow", "Action": ["s3:ListAllMyBuckets"], "Resource": ["*"]}]}""";
        when(policy.json("aws-cn")).thenReturn(document);
        when(policy.cloudFormation()).thenReturn("Resources: {}\n");
        assertThat(api.get("/iam-policy?partition=aws-cn")).bodyJson().isStrictlyEqualTo(document);
        when(policy.parts("aws"))
                .thenReturn(List.of(new AccessPolicy.Part(
                        "shisei-reads-1",
                        321,
                        new TreeSet<>(Set.of("ec2:DescribeRegions", "s3:ListAllMyBuckets")),
                        document,
                        false)));
        when(controls.needing())
                .thenReturn(new TreeMap<>(Map.of("s3:ListAllMyBuckets", new TreeSet<>(Set.of(new ControlId("S3.8"))))));
        assertThat(api.get("/iam-policies")).bodyJson().isStrictlyEqualTo("""
                {"items": [{"name": "shisei-reads-1", "characters": 321,
                            "actions": {"ec2:DescribeRegions": [], "s3:ListAllMyBuckets": ["S3.8"]}, "optional": false}],
                 "nextPageToken": null, "total": {"count": 1, "type": "EXACT"}}""");
        assertThat(api.get("/iam-policies/shisei-reads-1")).bodyJson().isStrictlyEqualTo(document);
        assertThat(api.get("/iam-policies/other")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/iam-policy?partition=moon")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/iam-role-template")).hasStatusOk().bodyText().isEqualTo("Resources: {}\n");
    }

    @Test
    void pagesThroughEverything() {
        when(accounts.findAllByOrderByNameAscIdAsc())
                .thenReturn(IntStream.range(0, 5)
                        .mapToObj(i -> Some.account("account " + i))
                        .toList());
        var names = new ArrayList<Object>();
        var token = "";
        while (token != null) {
            var page = JsonPath.parse(body(api.get("/accounts?pageSize=2&pageToken=" + token)));
            names.addAll(page.read("$.items[*].name", List.class));
            token = page.read("$.nextPageToken");
        }
        assertThat(names).containsExactly("account 0", "account 1", "account 2", "account 3", "account 4");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static MvcTestResultAssert problem(MvcTestResult result, HttpStatus status) {
        var problem = assertThat(result).hasStatus(status).hasContentType("application/problem+json");
        problem.bodyJson().extractingPath("$.status").isEqualTo(status.value());
        problem.bodyJson().extractingPath("$.detail").asString().isNotBlank();
        return problem;
    }
}
