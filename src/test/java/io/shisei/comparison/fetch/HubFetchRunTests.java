package io.shisei.comparison.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.Accounts;
import io.shisei.account.AwsDoor;
import io.shisei.account.Identity;
import io.shisei.comparison.AsffFields;
import io.shisei.comparison.HubFindings;
import io.shisei.comparison.HubFindingsBeans;
import io.shisei.comparison.fetch.UnreadRegion.Why;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@DatabaseTest
@Import({HubFindingsBeans.class, StoredHubFetches.class, HubFetches.class, HubFetchRun.class})
class HubFetchRunTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final ControlId S3_8 = new ControlId("S3.8");

    @Autowired
    HubFetches fetches;

    @Autowired
    HubFetchRun run;

    @Autowired
    HubFindings findings;

    @Autowired
    JdbcClient jdbc;

    @MockitoBean
    Accounts accounts;

    @MockitoBean
    Controls controls;

    @MockitoBean
    AwsDoor aws;

    @MockitoBean
    HubDoor hub;

    @MockitoBean
    SchedulerClient scheduler;

    @MockitoBean
    Clock clock;

    @BeforeEach
    void oneAccountInTwoRegions() {
        Rows.account(jdbc, ACCOUNT);
        var account = new Account(new Identity(ACCOUNT, "aws"), "shop", Access.DEFAULT, null, NOW);
        when(accounts.existsById(ACCOUNT)).thenReturn(true);
        when(accounts.findById(ACCOUNT)).thenReturn(Optional.of(account));
        when(accounts.hold(ACCOUNT)).thenReturn(Optional.of(account));
        when(aws.enabledRegions(any())).thenReturn(List.of("eu-west-1", "us-east-1"));
        when(clock.instant()).thenReturn(NOW);
        when(controls.switches(ACCOUNT)).thenReturn(Map.of(S3_8, true));
        when(controls.all()).thenReturn(List.of());
        tells("eu-west-1", null, "a");
        tells("us-east-1", null, "b", "c");
    }

    @Test
    void takesWhatEveryRegionTells() {
        var ended = fetch();
        assertThat(ended.problem()).isNull();
        assertThat(ended.unread()).isEmpty();
        assertThat(ended.regions()).containsExactly("eu-west-1", "us-east-1");
        assertThat(known()).containsExactly("a", "b", "c");
        assertThat(findings.last(ACCOUNT).orElseThrow().username()).isEqualTo("kim");
    }

    @Test
    void losesNothingOfARegionThatDoesNotTellAll() {
        fetch();
        tells("eu-west-1", null, "d");
        tells("us-east-1", Why.DENIED, "b");
        var ended = fetch();
        assertThat(ended.unread()).extracting(UnreadRegion::why).containsExactly(Why.DENIED);
        assertThat(known()).containsExactly("b", "c", "d");
    }

    @Test
    void forgetsARegionInWhichSecurityHubIsNoMore() {
        fetch();
        tells("us-east-1", Why.NOT_ENABLED);
        assertThat(fetch().problem()).isNull();
        assertThat(known()).containsExactly("a");
    }

    @Test
    void saysWhyNothingCame() {
        fetch();
        tells("eu-west-1", Why.DENIED);
        tells("us-east-1", Why.NOT_ENABLED);
        assertThat(fetch().problem().en()).contains("told nothing in any region", "no eu-west-1");
        when(aws.enabledRegions(any())).thenThrow(AccountCode.accessRefused("AccessDenied: no trust"));
        assertThat(fetch().problem().en()).contains("AccessDenied: no trust");
        assertThat(known()).containsExactly("a", "b", "c");
    }

    @Test
    void isOneAtATime() {
        var first = fetches.start(ACCOUNT, "kim");
        verify(scheduler).scheduleIfNotExists(HubFetchTask.of(first.id(), ACCOUNT), NOW);
        assertThatThrownBy(() -> fetches.start(ACCOUNT, "lee")).isInstanceOf(Refusal.Conflict.class);
        run.run(first.id(), ACCOUNT);
        assertThat(fetches.start(ACCOUNT, "lee").username()).isEqualTo("lee");
    }

    @Test
    void isNotOfTheSample() {
        var sample = Account.recorded("111122223333", "Sample", List.of("us-east-1"), NOW);
        when(accounts.findById("111122223333")).thenReturn(Optional.of(sample));
        assertThatThrownBy(() -> fetches.start("111122223333", "kim")).isInstanceOf(Refusal.Impossible.class);
        assertThatThrownBy(() -> fetches.start("1", "kim")).isInstanceOf(Refusal.Unknown.class);
    }

    private HubFetch fetch() {
        var begun = fetches.start(ACCOUNT, "kim");
        assertThat(begun.running()).isTrue();
        run.run(begun.id(), ACCOUNT);
        var ended = fetches.last(ACCOUNT).orElseThrow();
        assertThat(ended.running()).isFalse();
        return ended;
    }

    /** Buckets that fail there, and what comes after them. */
    private void tells(String region, Why why, String... buckets) {
        when(hub.each(any(), eq(region), any())).thenAnswer(call -> {
            Consumer<AsffFields> taker = call.getArgument(2);
            for (var bucket : buckets) {
                taker.accept(failing(bucket, region));
            }
            return Optional.ofNullable(why).map(it -> new UnreadRegion(region, it, "Error", "no " + region));
        });
    }

    private static AsffFields failing(String bucket, String region) {
        var fields = new AsffFields();
        fields.add(AsffFields.ID, "f-" + bucket);
        fields.add(AsffFields.ACCOUNT, ACCOUNT);
        fields.add(AsffFields.PRODUCT, "arn:aws:securityhub:" + region + "::product/aws/securityhub");
        fields.add(AsffFields.GENERATOR, "security-control/S3.8");
        fields.add(AsffFields.REGION, region);
        fields.add(AsffFields.UPDATED_AT, "2026-03-01T00:00:00Z");
        fields.add(AsffFields.RECORD_STATE, "ACTIVE");
        fields.add(AsffFields.CONTROL, "S3.8");
        fields.add(AsffFields.STATUS, "FAILED");
        fields.add(AsffFields.RESOURCE, "arn:aws:s3:::" + bucket);
        return fields;
    }

    private List<String> known() {
        return jdbc.sql("select right(resource, 1) from security_hub_finding order by resource")
                .query(String.class)
                .list();
    }
}
