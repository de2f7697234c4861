package io.shisei.control.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.shisei.account.Accounts;
import io.shisei.control.Control;
import io.shisei.control.ControlCode;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Shipped;
import io.shisei.paging.PageRequest;
import io.shisei.refusal.Refusal;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import({Accounts.class, SettingHistory.class})
class ControlSettingsTests {

    private static final ControlId S3_8 = new ControlId("S3.8");
    private static final ControlId EC2_18 = new ControlId("EC2.18");
    private static final ControlId CONFIG_1 = new ControlId("Config.1");
    private static final String PLANT = "111122220001";
    private static final String SHOP = "111122220002";
    private static final String APART = "111122220003";
    private static final String PORTS = "authorizedTcpPorts";
    private static final String UDP = "authorizedUdpPorts";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    StoredSettings settings;

    @Autowired
    SettingHistory history;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final List<Object> told = new ArrayList<>();
    private Instant now = NOW;
    private Controls controls;

    @BeforeEach
    void threeAccounts() {
        account(PLANT, "/Workloads/Plants");
        account(SHOP, "/Workloads");
        account(APART, null);
        var clock = mock(Clock.class);
        when(clock.instant()).thenAnswer(call -> now);
        var written = new ControlSettings(settings, history, accounts, transaction, told::add, clock);
        controls = new Controls(() -> Shipped.CATALOGUE, written);
    }

    private void account(String id, String ou) {
        Rows.account(jdbc, id);
        move(id, ou);
    }

    private void move(String id, String ou) {
        jdbc.sql("update account set ou = :ou where id = :id")
                .param("ou", ou)
                .param("id", id)
                .update();
    }

    @Test
    void areReadAtOnceHoweverManyControlsThereAre() {
        var watched = mock(StoredSettings.class, delegatesTo(settings));
        var read = SettingsInMemory.of(Shipped.CATALOGUE, watched, accounts);
        controls.change(S3_8, false, null, "admin");
        clearInvocations(watched);

        var all = read.settings(null);

        verify(watched).findAll();
        verifyNoMoreInteractions(watched);
        assertThat(all).hasSameSizeAs(read.all());
        assertThat(all.keySet()).allSatisfy(id -> assertThat(all.get(id)).isEqualTo(read.setting(id, null)));
        assertThat(all.get(S3_8).enabled()).isFalse();
    }

    @Test
    void theNearestToAnAccountHolds() {
        say(Level.EVERYWHERE, ports(1));
        say(Level.of("/", null), ports(2));
        say(Level.of("/Workloads", null), ports(3));
        say(Level.of("/Workloads/Plants", null), ports(4));
        assertThat(List.of(ports(PLANT), ports(SHOP), ports(APART), ports(null)))
                .containsExactly(List.of(4L), List.of(3L), List.of(1L), List.of(1L));
        say(Level.of(null, PLANT), ports(5));
        assertThat(ports(PLANT)).isEqualTo(List.of(5L));
        say(Level.of(null, PLANT), Values.NONE);
        say(Level.of("/Workloads/Plants", null), Values.NONE);
        assertThat(ports(PLANT)).isEqualTo(List.of(3L));
    }

    @Test
    void aUnitIsNotItsNamesake() {
        move(APART, "/Workloads2");
        say(Level.of("/Workloads", null), ports(3));
        assertThat(ports(APART)).isNotEqualTo(List.of(3L));
    }

    @Test
    void theSwitchAndEachParameterAreSaidByThemselves() {
        say(Level.EVERYWHERE, new Values(false, Map.of(UDP, List.of(53))));
        say(Level.of("/Workloads", null), new Values(true, Map.of()));
        say(Level.of(null, PLANT), ports(5));
        var plant = controls.setting(EC2_18, PLANT);
        assertThat(plant.enabled()).isTrue();
        assertThat(plant.parameters()).containsEntry(PORTS, List.of(5L)).containsEntry(UDP, List.of(53L));
        assertThat(controls.setting(EC2_18, APART).enabled()).isFalse();
        assertThat(controls.plan(null, PLANT).stillSo(controls.settings(PLANT))).contains(EC2_18);
        assertThat(controls.plan(null, APART).stillSo(controls.settings(APART)))
                .isNotEmpty()
                .doesNotContain(EC2_18);
    }

    @Test
    void whatIsOffSomewhereIsOnElsewhere() {
        say(Level.of("/Workloads", null), new Values(false, Map.of()));
        assertThat(controls.switches(null)).containsEntry(EC2_18, true);
        assertThat(controls.off().get(PLANT)).containsExactly(EC2_18);
        assertThat(controls.off().get(APART)).isEmpty();
        say(Level.of(null, APART), new Values(false, Map.of()));
        assertThat(controls.switches(null)).containsEntry(EC2_18, false);
    }

    @Test
    void whatHoldsAroundALevelLeavesOutWhatIsSaidThere() {
        say(Level.EVERYWHERE, ports(1));
        say(Level.of("/Workloads", null), ports(3));
        say(Level.of(null, PLANT), ports(5));
        assertThat(List.of(
                        around(Level.of(null, PLANT)),
                        around(Level.of("/Workloads/Plants", null)),
                        around(Level.of("/Workloads", null)),
                        around(Level.EVERYWHERE)))
                .containsExactly(List.of(3L), List.of(3L), List.of(1L), List.of(80L, 443L));
    }

    @Test
    void keepsWhoChangedWhatAndWhy() {
        controls.say(EC2_18, Level.of("/Workloads", null), ports(3), "the gateway", "alice");
        now = NOW.plus(Duration.ofMinutes(1));
        controls.say(EC2_18, Level.of("/Workloads", null), new Values(false, Map.of(PORTS, List.of(3L))), null, "bob");
        controls.say(EC2_18, Level.of("/Workloads", null), new Values(false, Map.of(PORTS, List.of(3))), null, "eve");
        var changes = controls.settingHistory(EC2_18, PageRequest.first(1));
        assertThat(changes.total().count()).as("nothing changed the third time").isEqualTo(2);
        var last = changes.items().getFirst();
        assertThat(last.username()).isEqualTo("bob");
        assertThat(last.at()).isEqualTo(now);
        assertThat(last.switched()).isTrue();
        assertThat(last.before()).isEqualTo(new Values(null, Map.of(PORTS, List.of(3))));
        assertThat(last.after()).isEqualTo(new Values(false, Map.of(PORTS, List.of(3))));
        var first = controls.settingHistory(EC2_18, new PageRequest(1, changes.nextPageToken()))
                .items()
                .getFirst();
        assertThat(first.note()).isEqualTo("the gateway");
        assertThat(first.before()).isEqualTo(Values.NONE);
        assertThat(told)
                .extracting(event -> ((SettingChanged) event).change().id())
                .containsExactly(first.id(), last.id());
    }

    @Test
    void aSwitchConcernsThoseWhoAskWhichControlsAreOn() {
        var plan = controls.plan(null, PLANT);
        controls.say(EC2_18, Level.of(null, PLANT), ports(3), null, "alice");
        assertThat(dependents()).containsExactly(EC2_18);
        assertThat(plan.stillSo(controls.settings(PLANT))).contains(CONFIG_1).doesNotContain(EC2_18);
        now = NOW.plus(Duration.ofMinutes(1));
        controls.say(EC2_18, Level.of(null, PLANT), new Values(false, Map.of()), null, "alice");
        assertThat(dependents()).containsExactlyInAnyOrder(EC2_18, CONFIG_1);
        assertThat(plan.stillSo(controls.settings(PLANT))).doesNotContain(CONFIG_1);
        assertThat(controls.lastChange(CONFIG_1)).isEqualTo(controls.lastChange(EC2_18));
        assertThat(controls.lastChange(S3_8)).isEmpty();
    }

    private List<ControlId> dependents() {
        return controls.dependents(((SettingChanged) told.getLast()).change()).stream()
                .map(Control::id)
                .toList();
    }

    @Test
    void aChangeConcernsTheAccountsInWhichItMatters() {
        say(Level.of(null, PLANT), ports(5));
        say(Level.EVERYWHERE, ports(3));
        assertThat(controls.concerned(((SettingChanged) told.getLast()).change()))
                .contains(SHOP, APART)
                .doesNotContain(PLANT);
        say(Level.of("/Workloads", null), ports(3));
        assertThat(controls.concerned(((SettingChanged) told.getLast()).change()))
                .isEmpty();
    }

    @Test
    void thatAControlIsOnEverywhereGoesWithoutSaying() {
        controls.change(S3_8, true, null, "admin");
        assertThat(controls.settingsOf(S3_8).said(S3_8)).isEmpty();
        assertThat(told).isEmpty();
        controls.change(S3_8, false, null, "admin");
        controls.change(S3_8, true, null, "admin");
        assertThat(controls.settingsOf(S3_8).said(S3_8)).isEmpty();
        assertThat(told).hasSize(2);
    }

    @Test
    void refusesLevelsWithoutAccounts() {
        refused(ControlCode.SETTING_ACCOUNT_NOT_WATCHED, Level.of(null, "999999999999"), ports(3));
        refused(ControlCode.SETTING_OU_EMPTY, Level.of("/Sandbox", null), ports(3));
        refused(ControlCode.NO_SUCH_PARAMETER, Level.of(null, PLANT), new Values(null, Map.of("x", 1)));
        refused(ControlCode.PARAMETER_VALUE, Level.of(null, PLANT), ports(0));
        assertThatThrownBy(() -> Level.of("/", PLANT)).isInstanceOf(Refusal.Invalid.class);
    }

    private void refused(ControlCode code, Level level, Values values) {
        assertThatThrownBy(() -> say(level, values))
                .isInstanceOfSatisfying(
                        Refusal.Impossible.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void say(Level level, Values values) {
        controls.say(EC2_18, level, values, null, "alice");
    }

    private static Values ports(int port) {
        return new Values(null, Map.of(PORTS, List.of(port)));
    }

    private Object ports(String account) {
        return controls.setting(EC2_18, account).parameters().get(PORTS);
    }

    private Object around(Level level) {
        var control = controls.find(EC2_18).orElseThrow();
        return controls.settingsOf(EC2_18).around(control, level).parameters().get(PORTS);
    }
}
