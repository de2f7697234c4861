package io.shisei.api.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.account.organization.MemberRole;
import io.shisei.account.organization.Organization;
import io.shisei.account.organization.OrganizationSettings;
import io.shisei.account.organization.Organizations;
import io.shisei.account.organization.SyncCounts;
import io.shisei.api.ApiTest;
import io.shisei.api.Calls;
import io.shisei.api.Some;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ApiTest
class OrganizationControllerTests {

    private static final OrganizationSettings SETTINGS = new OrganizationSettings(
            Access.DEFAULT,
            new MemberRole("arn:{partition}:iam::{accountId}:role/shisei", null),
            List.of(new Ou("/Workloads")),
            null,
            null);
    private static final String BODY = """
            {"memberRole": "arn:{partition}:iam::{accountId}:role/shisei", "includeOus": ["/Workloads"]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Organizations organizations;

    @Autowired
    Accounts accounts;

    Calls api;

    @BeforeEach
    void anOrganization() {
        api = new Calls(mvc);
        var organization = new Organization(
                SETTINGS, Optional.of(ApiTest.NOW), Optional.empty(), Optional.of(new SyncCounts(5, 4, 3, 2, 1)));
        when(organizations.find()).thenReturn(Optional.of(organization));
        when(organizations.follow(any())).thenReturn(organization);
    }

    @Test
    void followsAnOrganization() {
        assertThat(put(BODY)).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"roleArn": null, "externalId": null, "memberRole": "arn:{partition}:iam::{accountId}:role/shisei",
                 "memberExternalId": null, "includeOus": ["/Workloads"], "excludeOus": null, "regions": null,
                 "syncedAt": "2026-03-01T12:00:00Z", "problem": null,
                 "counts": {"found": 5, "added": 4, "retired": 3, "linked": 2, "problems": 1}}""");
        verify(organizations).follow(SETTINGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                                                  | #/memberRole
            {"memberRole": "role/shisei"}                                                       | #/memberRole
            {"memberRole": "arn:aws:iam::123456789012:role/shisei"}                             | #/memberRole
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "roleArn": "x"}                   | #/roleArn
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "externalId": "x"}                | #/externalId
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "includeOus": []}                 | #/includeOus
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "includeOus": ["/a", "b"]}        | #/includeOus/1
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "excludeOus": [null]}             | #/excludeOus/0
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "regions": ["moon"]}              | #/regions/0
            {"memberRole": "arn:aws:iam::{accountId}:role/a", "ous": []}                        | #/ous
            """)
    void namesTheFieldThatIsWrong(String body, String pointer) {
        assertThat(put(body))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void saysWhatAwsSaid() {
        when(organizations.follow(any())).thenThrow(AccountCode.accessRefused("no"));
        assertThat(put(BODY)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        when(organizations.sync()).thenThrow(AccountCode.accessRefused("no"));
        assertThat(api.post("/organization/sync", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void refusesUnitsThatAreNot() {
        var unknown = new Refusal.Impossible(AccountCode.OU_NOT_THERE, "includeOus", "/Gone", "/");
        when(organizations.follow(any())).thenThrow(unknown);
        assertThat(put(BODY))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("#/includeOus");
    }

    @Test
    void tellsWhatASyncCameTo() {
        when(organizations.sync()).thenReturn(new SyncCounts(5, 4, 3, 2, 1));
        assertThat(api.post("/organization/sync", ""))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"found\": 5, \"added\": 4, \"retired\": 3, \"linked\": 2, \"problems\": 1}");
    }

    @Test
    void syncsOnceAtATime() {
        when(organizations.sync()).thenThrow(new Refusal.Conflict(AccountCode.SYNC_RUNNING, null));
        assertThat(api.post("/organization/sync", "")).hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void knowsNoOrganizationBeforeOneIsGiven() {
        var unknown = new Refusal.Unknown(AccountCode.NO_ORGANIZATION);
        when(organizations.find()).thenReturn(Optional.empty());
        when(organizations.sync()).thenThrow(unknown);
        doThrow(unknown).when(organizations).forget();
        assertThat(api.get("/organization")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.delete("/organization")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.post("/organization/sync", "")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void listsTheAccountsOfAUnit() {
        var member = member();
        when(accounts.findAllByOrderByNameAscIdAsc()).thenReturn(List.of(Some.account(), member));
        assertThat(api.get("/accounts?ou=/Workloads")).bodyJson().isLenientlyEqualTo("""
                {"items": [{"id": "210987654321", "ou": "/Workloads/Prod", "managed": true,
                            "retiredAt": "2026-03-01T12:00:00Z"}], "total": {"count": 1}}""");
        assertThat(api.get("/accounts?ou=/Work")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(api.get("/accounts?ou=Workloads")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private static Account member() {
        return new Account(
                "210987654321",
                "shop",
                "aws",
                Access.DEFAULT,
                Optional.empty(),
                false,
                true,
                Optional.of(new Ou("/Workloads/Prod")),
                Optional.empty(),
                Optional.of(ApiTest.NOW),
                ApiTest.NOW);
    }

    private MvcTestResult put(String body) {
        return Calls.send(mvc.put(), "/organization", body);
    }
}
