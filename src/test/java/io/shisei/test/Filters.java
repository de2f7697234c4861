package io.shisei.test;

import io.shisei.finding.FindingFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters of findings for tests. */
public final class Filters {

    /** All findings, archived ones too. */
    public static final FindingFilter ANY = ofText(null);

    private Filters() {}

    /** Those with this text, or (null) all. */
    public static FindingFilter ofText(@Nullable String text) {
        return new FindingFilter(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                FindingFilter.Assignees.ANY,
                Set.of(),
                Set.of(),
                Set.of(),
                text,
                false);
    }
}
