package io.shisei.test;

import io.shisei.finding.Finding;
import io.shisei.finding.FindingFilter;
import io.shisei.finding.Findings;
import java.util.ArrayList;
import java.util.List;

/** What filters find, for tests with few findings. */
public final class Found {

    private Found() {}

    /** All that are active, the one whose status changed last first. */
    public static List<Finding> active(Findings findings) {
        return by(FindingFilter.ACTIVE, findings);
    }

    /** In the same order. */
    public static List<Finding> by(FindingFilter filter, Findings findings) {
        var found = new ArrayList<Finding>();
        findings.each(filter, found::add);
        return found;
    }
}
