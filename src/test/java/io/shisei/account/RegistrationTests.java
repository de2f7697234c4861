package io.shisei.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.shisei.refusal.Refusal;
import io.shisei.test.Requests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

class RegistrationTests {

    private static final String ID = "123456789012";
    private static final Access ROLE = new Access("arn:aws:iam::" + ID + ":role/shisei", "x");
    private static final Access OTHER = new Access("arn:aws:iam::" + ID + ":role/other", null);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Identity IDENTITY = new Identity(ID, "aws");

    private final StoredAccounts stored = mock();
    private final AwsDoor aws = mock();
    private final ApplicationEventPublisher events = mock();
    private final Registration registration = new Registration(
            stored, aws, TransactionOperations.withoutTransaction(), events, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void oneAccount() {
        there(new StoredAccount(new Account(IDENTITY, "production", ROLE, List.of("us-east-1"), NOW)));
        when(stored.save(any())).thenAnswer(saved -> saved.getArgument(0));
        when(aws.identify(any())).thenReturn(IDENTITY);
        when(aws.enabledRegions(any())).thenReturn(List.of("us-east-1", "eu-west-1"));
    }

    @Test
    void watchesAnAccountOnlyOnce() {
        when(stored.existsById(ID)).thenReturn(true);
        assertThatExceptionOfType(Refusal.Conflict.class)
                .isThrownBy(() -> registration.register(new NewAccount("again", ROLE, null)))
                .satisfies(refused -> assertThat(refused.obstacle()).isEqualTo(ID));
    }

    @Test
    void saysAtWhichFieldAwsRefuses() {
        when(aws.identify(OTHER)).thenThrow(AccountCode.accessRefused("no"));
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> registration.register(new NewAccount("a", OTHER, null)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("roleArn"));
    }

    @Test
    void asksAwsAboutNothingThatStays() {
        assertThat(registration.change(ID, Requests.name("new")).name()).isEqualTo("new");
        verifyNoInteractions(aws);
    }

    @Test
    void changesAllOfItOrNothing() {
        var change = new AccountChange(
                "new", Optional.of(OTHER.roleArn()), Optional.empty(), Optional.of(List.of("mars-north-1")));
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> registration.change(ID, change))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(AccountCode.REGION_NOT_ENABLED));
        verify(stored, never()).save(any());
        assertThat(stored.findById(ID).orElseThrow().toAccount())
                .returns("production", Account::name)
                .returns(ROLE, Account::access);
    }

    @Test
    void asksForRegionsWithTheNewAccess() {
        registration.change(
                ID,
                new AccountChange(
                        null, Optional.of(OTHER.roleArn()), Optional.empty(), Optional.of(List.of("eu-west-1"))));
        verify(aws).enabledRegions(OTHER);
    }

    @Test
    void dropsTheExternalIdWithItsRole() {
        var changed = registration.change(ID, new AccountChange(null, Optional.empty(), null, null));
        assertThat(changed.access()).isEqualTo(Access.DEFAULT);
    }

    @Test
    void refusesAnAccessThatLeadsElsewhere() {
        when(aws.identify(OTHER)).thenReturn(new Identity("210987654321", "aws"));
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> registration.change(
                        ID, new AccountChange(null, Optional.of(OTHER.roleArn()), Optional.empty(), null)))
                .withMessageContaining("leads to account 210987654321");
    }

    @Test
    void keepsTheSampleAsItWasRecorded() {
        there(new StoredAccount(Account.recorded(ID, "sample", List.of("us-east-1"), NOW)));
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> registration.change(ID, new AccountChange(null, null, null, Optional.empty())))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(AccountCode.SAMPLE_IS_RECORDED));
        assertThatCode(() -> registration.change(ID, Requests.name("mine"))).doesNotThrowAnyException();
    }

    @Test
    void tellsOfARemovalBeforeItHappens() {
        registration.delete(ID);
        var order = inOrder(events, stored);
        order.verify(events).publishEvent(new AccountLeaving(ID));
        order.verify(stored).delete(any());
    }

    @Test
    void keepsMembersThatTheNextSyncWouldBringBack() {
        var member = new Membership(IDENTITY, "shop", Ou.ROOT, Access.DEFAULT, null);
        var account = new StoredAccount(member, NOW);
        account.join(member);
        there(account);
        assertThatExceptionOfType(Refusal.Impossible.class)
                .isThrownBy(() -> registration.delete(ID))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(AccountCode.MANAGED_BY_ORGANIZATION));
        verify(stored, never()).delete(any());
        account.retire(NOW);
        registration.delete(ID);
        verify(stored).delete(account);
    }

    @Test
    void knowsNoOtherAccount() {
        assertThatExceptionOfType(Refusal.Unknown.class).isThrownBy(() -> registration.delete("210987654321"));
        assertThatExceptionOfType(Refusal.Unknown.class)
                .isThrownBy(() -> registration.change("210987654321", Requests.name("a")));
    }

    private void there(StoredAccount account) {
        when(stored.findById(ID)).thenReturn(Optional.of(account));
    }
}
