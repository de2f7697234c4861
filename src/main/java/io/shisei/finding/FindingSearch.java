package io.shisei.finding;

import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.paging.PlannedReads;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns filters of findings into what the database is asked. */
@Component
public final class FindingSearch {

    private final Controls controls;
    private final Clock clock;
    private final JdbcClient jdbc;

    FindingSearch(Controls controls, Clock clock, PlannedReads planned) {
        this.controls = controls;
        this.clock = clock;
        this.jdbc = planned.jdbc();
    }

    /** Of a text it is read which resources have it, in the caller's transaction. */
    public SoughtFindings seek(FindingFilter filter, TimesToFix times) {
        var understood = FindingText.understood(filter, controls);
        var text = FindingText.of(understood);
        return new SoughtFindings(
                understood,
                new ChosenControls(controls, understood),
                text,
                text == null ? null : text.few(jdbc),
                controls,
                times,
                clock);
    }

    /** By which findings that are sought are read. */
    public JdbcClient jdbc() {
        return jdbc;
    }
}
