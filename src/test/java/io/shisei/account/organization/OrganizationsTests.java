package io.shisei.account.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountChange;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.account.Members;
import io.shisei.account.NewAccount;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.WatchChanged;
import io.shisei.account.organization.OrganizationListing.Member;
import io.shisei.refusal.Refusal;
import io.shisei.refusal.Told;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Requests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DatabaseTest
@RecordApplicationEvents
@Import({
    Accounts.class,
    Organizations.class,
    Members.class,
    RoleTrial.class,
    Registration.class,
    OrganizationsTests.Time.class
})
class OrganizationsTests {

    private static final String MANAGEMENT = "999900000000";
    private static final String SHOP = "999900000001";
    private static final String LAB = "999900000002";
    private static final Ou WORKLOADS = Ou.ROOT.child("Workloads");
    private static final Ou SANDBOX = Ou.ROOT.child("Sandbox");
    private static final MemberRole ROLE = new MemberRole("arn:{partition}:iam::{accountId}:role/shisei", "x");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Member SHOPPING = new Member(SHOP, "shop", "ACTIVE", WORKLOADS.child("Prod"));
    private static final Member LABORATORY = new Member(LAB, "lab", "ACTIVE", SANDBOX);

    @Autowired
    Organizations organizations;

    @Autowired
    Registration registration;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    @MockitoBean
    OrganizationDoor directory;

    @MockitoBean
    AwsDoor door;

    @TestConfiguration
    static class Time {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    @BeforeEach
    void rolesThatLeadIn() {
        when(door.identify(any())).thenAnswer(call -> identity(call.getArgument(0)));
        follow(null, null, SHOPPING, LABORATORY);
    }

    @Test
    void takesNewMembersUnderWatch() {
        assertThat(organizations.sync()).isEqualTo(new SyncCounts(2, 2, 0, 0, 0));
        var shop = account(SHOP);
        assertThat(shop.name()).isEqualTo("shop");
        assertThat(shop.managed()).isTrue();
        assertThat(shop.ou()).contains(new Ou("/Workloads/Prod"));
        assertThat(shop.access()).isEqualTo(new Access("arn:aws:iam::" + SHOP + ":role/shisei", "x"));
        assertThat(shop.problem()).isEmpty();
        assertThat(organizations.find().orElseThrow().syncedAt()).contains(NOW);
        assertThat(organizations.find().orElseThrow().counts()).contains(new SyncCounts(2, 2, 0, 0, 0));
    }

    @Test
    void findsNothingNewTheSecondTimeAndTriesNoRoleAgain() {
        organizations.sync();
        clearInvocations(door);
        assertThat(organizations.sync()).isEqualTo(new SyncCounts(2, 0, 0, 0, 0));
        verify(door, never()).identify(any());
    }

    @Test
    void entersTheAccountThatWasAskedWithTheSameAccess() {
        list(new Member(MANAGEMENT, "management", "ACTIVE", Ou.ROOT));
        organizations.sync();
        assertThat(account(MANAGEMENT).access()).isEqualTo(Access.DEFAULT);
    }

    @Test
    void showsMembersThatCannotBeEnteredAndTriesThemAgain() {
        doThrow(AccountCode.accessRefused("the role does not exist")).when(door).identify(any());
        assertThat(organizations.sync()).isEqualTo(new SyncCounts(2, 2, 0, 0, 2));
        assertThat(account(SHOP).problem().map(Told::en)).contains("the role does not exist");
        doAnswer(call -> identity(call.getArgument(0))).when(door).identify(any());
        assertThat(organizations.sync().problems()).isZero();
        assertThat(account(SHOP).problem()).isEmpty();
    }

    @Test
    void retiresClosedAccountsAndKeepsThem() {
        organizations.sync();
        list(SHOPPING, new Member(LAB, "lab", "SUSPENDED", SANDBOX));
        assertThat(organizations.sync()).isEqualTo(new SyncCounts(1, 0, 1, 0, 0));
        assertThat(account(LAB).retiredAt()).contains(NOW);
        assertThat(organizations.sync().retired()).isZero();
        list(SHOPPING, LABORATORY);
        assertThat(organizations.sync().added()).isEqualTo(1);
        assertThat(account(LAB).retiredAt()).isEmpty();
    }

    @Test
    void retiresAccountsThatLeftOrMovedOutOfTheChosenUnits() {
        organizations.sync();
        list(LABORATORY);
        assertThat(organizations.sync().retired()).isEqualTo(1);
        follow(null, List.of(SANDBOX), SHOPPING, LABORATORY);
        organizations.sync();
        assertThat(account(LAB).retiredAt()).isPresent();
        assertThat(account(SHOP).retiredAt()).isEmpty();
    }

    @Test
    void retiresNobodyWhenTheListingBreaksOff() {
        organizations.sync();
        when(directory.list(any())).thenThrow(AccountCode.accessRefused("AWS answered TooManyRequestsException"));
        assertThatThrownBy(organizations::sync).isInstanceOf(Refusal.Impossible.class);
        assertThat(account(SHOP).retiredAt()).isEmpty();
        assertThat(organizations.find().orElseThrow().problem().map(Told::en))
                .contains("AWS answered TooManyRequestsException");
        assertThat(organizations.find().orElseThrow().syncedAt()).contains(NOW);
    }

    @Test
    void retiresNobodyWhenAChosenUnitIsGone() {
        follow(List.of(SANDBOX), null, SHOPPING, LABORATORY);
        organizations.sync();
        list(SHOPPING, new Member(LAB, "lab", "ACTIVE", Ou.ROOT.child("Playground")));
        assertThatThrownBy(organizations::sync)
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessage("The organization has no organizational unit '/Sandbox'."
                        + " It has: /, /Playground, /Workloads, /Workloads/Prod");
        assertThat(account(LAB).retiredAt()).isEmpty();
    }

    @Test
    void linksAccountsThatAreWatchedByHandAndLeavesTheirSettings() {
        var own = new Access("arn:aws:iam::" + SHOP + ":role/of-my-own", null);
        registration.register(new NewAccount("my shop", own, null));
        assertThat(organizations.sync()).isEqualTo(new SyncCounts(2, 1, 0, 1, 0));
        var shop = account(SHOP);
        assertThat(shop.access()).isEqualTo(own);
        assertThat(shop.name()).isEqualTo("my shop");
        assertThat(shop.managed()).isTrue();
        list(LABORATORY);
        assertThat(organizations.sync().retired()).isZero();
        assertThat(account(SHOP).managed()).isFalse();
        assertThat(account(SHOP).retiredAt()).isEmpty();
    }

    @Test
    void followsNamesOfAwsUntilSomebodyGivesAnother() {
        organizations.sync();
        registration.change(LAB, Requests.name("laboratory"));
        list(new Member(SHOP, "web shop", "ACTIVE", WORKLOADS), new Member(LAB, "lab 2", "ACTIVE", SANDBOX));
        organizations.sync();
        assertThat(account(SHOP).name()).isEqualTo("web shop");
        assertThat(account(LAB).name()).isEqualTo("laboratory");
    }

    @Test
    void usesAnotherTemplateForMembersWithoutAnAccessOfTheirOwn() {
        organizations.sync();
        var own = new Access("arn:aws:iam::" + LAB + ":role/lab", null);
        registration.change(LAB, new AccountChange(null, Optional.of(own.roleArn()), Optional.empty(), null));
        organizations.follow(new OrganizationSettings(
                Access.DEFAULT, new MemberRole("arn:aws:iam::{accountId}:role/new", null), null, null, null));
        organizations.sync();
        assertThat(account(SHOP).access().roleArn()).endsWith("role/new");
        assertThat(account(LAB).access()).isEqualTo(own);
    }

    @Test
    void syncsOnceAtATime() {
        jdbc.sql("update organization set syncing_since = '2026-03-01T11:59:00Z'")
                .update();
        assertThatThrownBy(organizations::sync).isInstanceOf(Refusal.Conflict.class);
        jdbc.sql("update organization set syncing_since = '2026-03-01T11:30:00Z'")
                .update();
        assertThat(organizations.sync().found()).isEqualTo(2);
        verify(directory, times(2)).list(any());
    }

    @Test
    void leavesTheAccountsWhenTheOrganizationIsForgotten() {
        organizations.sync();
        organizations.forget();
        assertThat(organizations.find()).isEmpty();
        assertThat(account(SHOP).managed()).isFalse();
        assertThat(account(SHOP).access().roleArn()).endsWith("role/shisei");
    }

    @Test
    void tellsWhichAccountsCameIntoAnotherUnit() {
        follow(null, null, SHOPPING, LABORATORY);
        organizations.sync();
        assertThat(moved()).as("new ones have nothing yet").isEmpty();
        list(SHOPPING, new Member(LAB, "lab", "ACTIVE", WORKLOADS));
        organizations.sync();
        assertThat(moved()).containsExactly(LAB);
        organizations.sync();
        assertThat(moved()).isEmpty();
        organizations.forget();
        assertThat(moved()).contains(SHOP, LAB);
    }

    /** By what was told last. */
    private Set<String> moved() {
        return events.stream(WatchChanged.class)
                .reduce((one, next) -> next)
                .orElseThrow()
                .moved();
    }

    @Test
    void countsTheAccountsOfEachUnit() {
        organizations.sync();
        assertThat(accounts.ous())
                .containsEntry(WORKLOADS, 1)
                .containsEntry(WORKLOADS.child("Prod"), 1)
                .containsEntry(SANDBOX, 1)
                .containsEntry(Ou.ROOT, 2);
        list(SHOPPING);
        organizations.sync();
        assertThat(accounts.ous()).doesNotContainKey(SANDBOX).containsEntry(Ou.ROOT, 1);
    }

    private void follow(@Nullable List<Ou> include, @Nullable List<Ou> exclude, Member... members) {
        list(members);
        organizations.follow(new OrganizationSettings(Access.DEFAULT, ROLE, include, exclude, null));
    }

    private void list(Member... members) {
        var ous = new HashSet<>(Set.of(Ou.ROOT, WORKLOADS));
        Arrays.stream(members).map(Member::ou).forEach(ous::add);
        doReturn(new OrganizationListing(new Identity(MANAGEMENT, "aws"), ous, List.of(members)))
                .when(directory)
                .list(any());
    }

    private Account account(String id) {
        return accounts.findById(id).orElseThrow();
    }

    private static Identity identity(Access access) {
        return new Identity(
                access.roleArn() == null ? MANAGEMENT : access.roleArn().split(":")[4], "aws");
    }
}
