package io.shisei.finding.search;

import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import io.shisei.finding.FindingFilter;
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

    /**
     * Of a text it is read, in the caller's transaction, which resources or findings have it: all its words in the resource's
     * name or in its ARN after the account, the ARN's beginning, the text as it is in a reason, or the account's number.
     */
    public SoughtFindings seek(FindingFilter filter, TimesToFix times) {
        var understood = FindingText.understood(filter, controls);
        var text = FindingText.of(understood);
        return new SoughtFindings(
                understood,
                new ChosenControls(controls, understood),
                text == null ? null : text.way(jdbc),
                controls,
                times,
                clock);
    }

    /** By which findings that are sought are read. */
    public JdbcClient jdbc() {
        return jdbc;
    }
}
