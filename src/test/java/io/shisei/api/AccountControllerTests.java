package io.shisei.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.AccessRefused;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Registration;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.ScanState;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    SampleAccount sample;

    @Autowired
    Scanner scanner;

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
        when(registration.register("production", Access.DEFAULT, List.of("us-east-1")))
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
        when(registration.register(any(), any(), any())).thenThrow(new AccessRefused("no credentials were found"));
        assertThat(api.post("/accounts", "{\"name\": \"production\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"type": "urn:shisei:problem:access-refused", "title": "AWS does not let us in",
                         "status": 422, "detail": "no credentials were found"}""");
    }

    @Test
    void watchesAnAccountOnlyOnce() {
        when(registration.register(any(), any(), any())).thenThrow(mock(Registration.AlreadyWatched.class));
        assertThat(api.post("/accounts", "{\"name\": \"production\"}")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void refusesRegionsThatAreNotEnabled() {
        when(registration.register(any(), any(), any())).thenThrow(mock(Registration.UnknownRegion.class));
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
        assertThat(api.get("/accounts/210987654321")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.patch("/accounts/210987654321", "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.delete("/accounts/210987654321")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void leavesWhatIsAbsent() {
        assertThat(api.patch("/accounts/123456789012", "{}")).hasStatusOk();
        verify(registration, never()).watch(any(), any());
        verify(registration, never()).reach(any(), any());
        verify(registration, never()).rename(any(), any());
    }

    @Test
    void watchesAllRegionsForNull() {
        when(registration.watch(Some.ACCOUNT, null)).thenReturn(Some.account());
        assertThat(api.patch("/accounts/123456789012", "{\"regions\": null}")).hasStatusOk();
        verify(registration).watch(Some.ACCOUNT, null);
    }

    @Test
    void changesTheRoleThroughRegistration() {
        when(registration.reach(any(), any())).thenReturn(Some.account());
        assertThat(api.patch("/accounts/123456789012", "{\"roleArn\": \"" + ROLE + "\"}"))
                .hasStatusOk();
        verify(registration).reach(Some.ACCOUNT, new Access(ROLE, null));
    }

    @Test
    void renames() {
        when(registration.rename(Some.ACCOUNT, "new")).thenReturn(Some.account());
        assertThat(api.patch("/accounts/123456789012", "{\"name\": \"new\"}")).hasStatusOk();
        verify(registration).rename(Some.ACCOUNT, "new");
    }

    @Test
    void keepsTheSampleAsItWasRecorded() {
        when(accounts.findById(SampleAccount.ID)).thenReturn(Optional.of(sampleAccount()));
        assertThat(api.patch("/accounts/111122223333", "{\"regions\": null}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void cancelsTheRunningScanOfAnAccountThatIsRemoved() {
        when(scans.last(List.of(Some.ACCOUNT))).thenReturn(Map.of(Some.ACCOUNT, Some.scan(ScanState.RUNNING)));
        assertThat(api.delete("/accounts/123456789012")).hasStatus(HttpStatus.NO_CONTENT);
        verify(scanner).cancel(Some.ID);
        verify(accounts).delete(any());
    }

    @Test
    void removesTheSampleWithItsHistory() {
        when(accounts.findById(SampleAccount.ID)).thenReturn(Optional.of(sampleAccount()));
        assertThat(api.delete("/accounts/111122223333")).hasStatus(HttpStatus.NO_CONTENT);
        verify(sample).remove();
    }

    private static Account sampleAccount() {
        return Account.recorded(SampleAccount.ID, "sample", List.of("us-east-1"), ApiTest.NOW);
    }
}
