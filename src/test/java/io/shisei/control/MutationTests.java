package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.TextFile;
import io.shisei.control.mutation.Survivor;
import io.shisei.control.mutation.Tally;
import io.shisei.control.mutation.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mutants survive until an example tells them from the condition that is written. */
class MutationTests {

    private static final String RDS = """
            service: RDS
            controls:
              - id: RDS.14
                title: {en: a, ja: b}
                severity: MEDIUM
                category: Recover
                resource: AWS::RDS::DBCluster
                parameters:
                  hours: {type: int, default: 1, min: 1, max: 72}
                with: {aurora: "resource.Engine.startsWith('aurora')"}
                applies: aurora
                passes: resource.BacktrackWindow >= params.hours
                reason: {failed: {en: a, ja: b}}
                remediation: {en: a, ja: b}
            """;

    private static final String EXAMPLES = """
            RDS.14:
              passes: {a: {Engine: aurora-mysql, BacktrackWindow: 2}}
              fails: {b: {Engine: aurora-mysql}}
              absent: {notApplicable: {c: {Engine: mysql, BacktrackWindow: 2}}}
              unknown: {d: {$gap: {Engine: rds:DescribeDBClusters AccessDenied}}}
            """;

    @Test
    void theBoundaryAndTheDefaultAreNotTold() {
        var tally = tally(EXAMPLES);
        assertThat(tally.survivors())
                .extracting(Survivor::place, Survivor::clause, Survivor::original, Survivor::changed)
                .containsExactly(
                        tuple(
                                "rds.yaml:12",
                                "passes",
                                "resource.BacktrackWindow >= params.hours",
                                "resource.BacktrackWindow > params.hours"),
                        tuple("rds.yaml:9", "default of hours", "1", "2"));
        assertThat(tally.score()).isLessThan(100);
    }

    @Test
    void anExampleAtTheBoundaryTellsBoth() {
        var tally = tally(EXAMPLES.replace("passes: {a:", "passes: {e: {Engine: aurora, BacktrackWindow: 1}, a:"));
        assertThat(tally.survivors()).isEmpty();
        assertThat(tally.kills()).isPositive();
        assertThat(tally.score()).isEqualTo(100);
    }

    @Test
    void anotherConditionHasOtherKeys() {
        var changed = RDS.replace("'aurora'", "'aurora-'");
        assertThat(tally(changed, EXAMPLES).survivors().getFirst().key())
                .isNotEqualTo(tally(EXAMPLES).survivors().getFirst().key());
    }

    private static Tally tally(String examples) {
        return tally(RDS, examples);
    }

    private static Tally tally(String controls, String examples) {
        var files = List.of(new TextFile("rds.yaml", controls), new TextFile("rds.examples.yaml", examples));
        var catalogue = Catalogue.read(files, List.of(), List.of(), AwsTypes.ALL);
        return Trial.of(WrittenControls.of(catalogue, files).getFirst(), WrittenControl.compiler());
    }
}
