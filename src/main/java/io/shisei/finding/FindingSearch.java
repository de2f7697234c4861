package io.shisei.finding;

import io.shisei.control.Controls;
import io.shisei.deadline.TimesToFix;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns filters of findings into what the database is asked. */
public record FindingSearch(Controls controls, Clock clock, JdbcClient jdbc) {

    /** Of a text it is read whether it is rare, in the caller's transaction. */
    public SoughtFindings seek(FindingFilter filter, TimesToFix times) {
        var understood = FindingText.understood(filter, controls);
        var text = FindingText.of(understood);
        return new SoughtFindings(
                understood,
                new ChosenControls(controls, understood),
                text,
                text != null && text.isRare(jdbc),
                controls,
                times,
                clock);
    }
}
