package io.shisei.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountChange;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.NewAccount;
import io.shisei.account.Registration;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.refusal.Refusal;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scans;
import io.shisei.test.Requests;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@ApiTest
class AccountControllerTests {

    private static final String ROLE = "arn:aws:iam::123456789012:role/shisei";
    private static final String ACCOUNT = """
            {"id": "123456789012", "name": "production", "partition": "aws", "roleArn": null, "externalId": null,
             "regions": ["us-east-1"], "sample": false, "createdAt": "2026-03-01T12:00:00Z",
             "ou": null, "managed": false, "problem": null, "retiredAt": null, "lastScan": null}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    @Autowired
    Scans scans;

    Calls api;

    @BeforeEach
    void oneAccount() {
        api = new Calls(mvc);
        when(accounts.findById(Some.ACCOUNT)).thenReturn(Optional.of(Some.account()));
    }

    @Test
    void watchesAnAccount() {
        when(registration.register(new NewAccount("production", Access.DEFAULT, List.of("us-east-1"))))
                .thenReturn(Some.account());
        assertThat(api.post("/accounts", "{\"name\": \"production\", \"regions\": [\"us-east-1\"]}"))
                .hasStatus(HttpStatus.CREATED)
                .hasHeader("Location", "/api/v1/accounts/123456789012")
                .bodyJson()
                .isStrictlyEqualTo(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                     | #/name
            {"name": " "}                                          | #/name
            {"name": 5}                                            | #/name
            {"name": "a", "nmae": "b"}                             | #/nmae
            {"name": "a", "roleArn": "role/shisei"}                | #/roleArn
            {"name": "a", "externalId": "x"}                       | #/externalId
            {"name": "a", "regions": []}                           | #/regions
            {"name": "a", "regions": "us-east-1"}                  | #/regions
            {"name": "a", "regions": ["us-east-1", "moon"]}        | #/regions/1
            {"name": "a", "regions": [null]}                       | #/regions/0
            """)
    void namesTheFieldThatIsWrong(String body, String pointer) {
        assertThat(api.post("/accounts", body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void saysWhatAwsSaid() {
        when(registration.register(any())).thenThrow(AccountCode.accessRefused("no credentials were found"));
        assertThat(api.post("/accounts", "{\"name\": \"production\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"type": "urn:shisei:problem:access-refused", "title": "AWS does not let us in",
                         "status": 422, "detail": "no credentials were found"}""");
    }

    @Test
    void watchesAnAccountOnlyOnce() {
        when(registration.register(any()))
                .thenThrow(new Refusal.Conflict(AccountCode.ALREADY_WATCHED, Some.ACCOUNT, Some.ACCOUNT));
        assertThat(api.post("/accounts", "{\"name\": \"production\"}")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void refusesRegionsThatAreNotEnabled() {
        when(registration.register(any()))
                .thenThrow(new Refusal.Impossible(AccountCode.REGION_NOT_ENABLED, "regions", "eu-moon-1", "us-east-1"));
        assertThat(api.post("/accounts", "{\"name\": \"production\", \"regions\": [\"eu-moon-1\"]}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/regions");
    }

    @Test
    void listsAccountsPageByPage() {
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(Some.account(), sampleAccount()));
        assertThat(api.get("/accounts?pageSize=1")).bodyJson().isLenientlyEqualTo("""
                {"items": [%s], "nextPageToken": "cHJvZHVjdGlvbgoxMjM0NTY3ODkwMTI", "total": {"count": 2}}
                """.formatted(ACCOUNT));
        assertThat(api.get("/accounts?pageSize=1&pageToken=cHJvZHVjdGlvbgoxMjM0NTY3ODkwMTI"))
                .bodyJson()
                .isLenientlyEqualTo("{\"items\": [{\"name\": \"sample\"}], \"nextPageToken\": null}");
    }

    @Test
    void listsEachWithItsLastScan() {
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(Some.account()));
        when(scans.last(List.of(Some.ACCOUNT))).thenReturn(Map.of(Some.ACCOUNT, Some.scan(ScanState.COMPLETED)));
        assertThat(api.get("/accounts"))
                .bodyJson()
                .extractingPath("$.items[0].lastScan.state")
                .isEqualTo("COMPLETED");
    }

    @Test
    void showsTheLastScan() {
        when(scans.last(List.of(Some.ACCOUNT))).thenReturn(Map.of(Some.ACCOUNT, Some.scan(ScanState.RUNNING)));
        assertThat(api.get("/accounts/123456789012"))
                .bodyJson()
                .extractingPath("$.lastScan.state")
                .isEqualTo("RUNNING");
    }

    @Test
    void knowsNoOtherAccount() {
        var unknown = new Refusal.Unknown(AccountCode.UNKNOWN_ACCOUNT, "210987654321");
        when(registration.change(eq("210987654321"), any())).thenThrow(unknown);
        doThrow(unknown).when(registration).delete("210987654321");
        assertThat(api.get("/accounts/210987654321")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.patch("/accounts/210987654321", "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.delete("/accounts/210987654321")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void leavesWhatIsAbsent() {
        assertThat(changeBy("{}")).isEqualTo(new AccountChange(null, null, null, null));
    }

    @Test
    void watchesAllRegionsForNull() {
        assertThat(changeBy("{\"regions\": null}")).isEqualTo(new AccountChange(null, null, null, Optional.empty()));
    }

    @Test
    void changesTheRole() {
        assertThat(changeBy("{\"roleArn\": \"" + ROLE + "\", \"externalId\": null}"))
                .isEqualTo(new AccountChange(null, Optional.of(ROLE), Optional.empty(), null));
    }

    @Test
    void renames() {
        assertThat(changeBy("{\"name\": \"new\"}")).isEqualTo(Requests.name("new"));
    }

    private AccountChange changeBy(String body) {
        when(registration.change(eq(Some.ACCOUNT), any())).thenReturn(Some.account());
        assertThat(api.patch("/accounts/123456789012", body)).hasStatusOk();
        var change = ArgumentCaptor.forClass(AccountChange.class);
        verify(registration).change(eq(Some.ACCOUNT), change.capture());
        return change.getValue();
    }

    @Test
    void keepsTheSampleAsItWasRecorded() {
        when(registration.change(any(), any())).thenThrow(new Refusal.Impossible(AccountCode.SAMPLE_IS_RECORDED, null));
        assertThat(api.patch("/accounts/111122223333", "{\"regions\": null}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#");
    }

    @Test
    void removes() {
        assertThat(api.delete("/accounts/123456789012")).hasStatus(HttpStatus.NO_CONTENT);
        verify(registration).delete(Some.ACCOUNT);
    }

    @Test
    void saysWhyInTheReadersLanguage() {
        doThrow(new Refusal.Impossible(AccountCode.MANAGED_BY_ORGANIZATION, null))
                .when(registration)
                .delete(Some.ACCOUNT);
        assertThat(mvc.delete().uri("/api/v1/accounts/123456789012").locale(Locale.JAPANESE))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .startsWith("このアカウントは組織のメンバー");
    }

    private static Account sampleAccount() {
        return Account.recorded(SampleAccount.ID, "sample", List.of("us-east-1"), ApiTest.NOW);
    }
}
