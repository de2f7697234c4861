package io.shisei.finding.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleSqlTests {

    /** As many as PostgreSQL takes in a statement. */
    private static final int PARAMETERS = 65_535;

    /** A long mutelist of Prowler's, each entry with as many resources as a rule may name. */
    @Test
    void hasRoomForAllPatternsOfAllRules() {
        var patterns = IntStream.range(0, 1000).mapToObj(i -> "*/ci-" + i + "*").toList();
        var match = new FindingMatch(
                null, null, null, null, patterns, TagMatch.ANY, new FindingMatch.Exempt(null, null, patterns));
        var rules = Collections.nCopies(1000, new SuppressionRule(UUID.randomUUID(), match, "on purpose"));
        var parameters = new LinkedHashMap<String, Object>();
        new RuleSql("true").move(List.copyOf(rules), parameters);
        assertThat(parameters).hasSizeLessThan(PARAMETERS / 2);
    }
}
