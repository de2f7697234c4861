package io.shisei.finding.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.database.Instants;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ScanMovesTests {

    private static final String ACCOUNT = "123456789012";
    private static final UUID SCAN = new UUID(7, 1);
    private static final UUID OTHER = new UUID(7, 2);
    private static final Instant AT = Instant.parse("2026-02-10T00:00:00Z");

    @Autowired
    JdbcClient jdbc;

    private ScanMoves moves;

    @BeforeEach
    void twoScans() {
        var severe = control("EC2.19", Severity.CRITICAL);
        var other = control("S3.8", Severity.HIGH);
        var controls = mock(Controls.class);
        when(controls.all()).thenReturn(List.of(other, severe));
        moves = new ScanMoves(jdbc, controls);
        Rows.account(jdbc, ACCOUNT);
        for (var scan : List.of(SCAN, OTHER)) {
            jdbc.sql(
                            "insert into scan (id, account_id, trigger, state, queued_at) values (?, ?, 'MANUAL', 'COMPLETED', now())")
                    .params(scan, ACCOUNT)
                    .update();
        }
        TransitionHistory.TRANSITION.ensureMonth(jdbc, AT);
    }

    private static Control control(String id, Severity severity) {
        var control = mock(Control.class);
        when(control.id()).thenReturn(new ControlId(id));
        when(control.severity()).thenReturn(severity);
        return control;
    }

    @Test
    void addsUpWhatEachScanMoved() {
        moved(1, "S3.8", SCAN, MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED);
        moved(2, "S3.8", SCAN, MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED);
        moved(3, "S3.8", SCAN, MoveCause.FIXED, Counted.FAILED, Counted.PASSED);
        moved(4, "S3.8", OTHER, MoveCause.FIXED, Counted.FAILED, Counted.PASSED);
        moved(5, "S3.8", new UUID(7, 3), MoveCause.FIXED, Counted.FAILED, Counted.PASSED);
        assertThat(moves.sums(SCAN))
                .containsExactly(
                        new Reason(MoveCause.FIXED, Counted.FAILED, Counted.PASSED, 1),
                        new Reason(MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED, 2));
        jdbc.sql("delete from scan where id = :id").param("id", SCAN).update();
        assertThat(moves.sums(SCAN)).isEmpty();
    }

    @Test
    void listsTheFindingsOfSevereControlsFirstPageByPage() {
        moved(1, "S3.8", SCAN, MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED);
        moved(2, "S3.8", SCAN, MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED);
        moved(3, "EC2.19", SCAN, MoveCause.NEW_RESOURCE, Counted.NONE, Counted.FAILED);
        moved(4, "EC2.19", SCAN, MoveCause.FIXED, Counted.FAILED, Counted.PASSED);
        moved(5, "EC2.19", OTHER, MoveCause.NEWLY_FAILING, Counted.PASSED, Counted.FAILED);
        assertThat(all(filter(null, Counted.FAILED))).containsExactly("EC2.19 3", "S3.8 1", "S3.8 2");
        assertThat(all(filter(MoveCause.NEW_RESOURCE, Counted.FAILED))).containsExactly("EC2.19 3");
        assertThat(moves.list(filter(null, Counted.FAILED), moves.sums(SCAN), PageRequest.first(1))
                        .total())
                .isEqualTo(Page.Total.exact(3));
    }

    private static ScanMoveFilter filter(@Nullable MoveCause cause, @Nullable Counted became) {
        return new ScanMoveFilter(SCAN, ACCOUNT, AT, null, cause, null, became);
    }

    /** One on each page. */
    private List<String> all(ScanMoveFilter filter) {
        var found = new ArrayList<String>();
        String token = null;
        do {
            var page = moves.list(filter, moves.sums(SCAN), new PageRequest(1, token));
            page.items()
                    .forEach(it -> found.add(
                            it.control() + " " + it.transition().findingId().getLeastSignificantBits()));
            token = page.nextPageToken();
        } while (token != null);
        return found;
    }

    private void moved(int number, String control, UUID scan, MoveCause cause, Counted was, Counted became) {
        Rows.finding(jdbc, new UUID(0, number), ACCOUNT, control, "FAILED", "NEW");
        jdbc.sql("""
                        insert into transition (finding_id, account_id, control_id, at, what, to_value, reason, scan_id,
                                                cause, was, became)
                        values (:finding, :account, :control, :at, 'COMPLIANCE_STATUS', 'FAILED', '', :scan,
                                :cause, :was, :became)
                        """)
                .param("finding", new UUID(0, number))
                .param("account", ACCOUNT)
                .param("control", new ControlId(control).value())
                .param("at", Instants.utc(AT.plusSeconds(number)))
                .param("scan", scan)
                .param("cause", cause.name())
                .param("was", was.name())
                .param("became", became.name())
                .update();
    }
}
