package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.TextFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Examples that set parameters of their control, and parameters that are fractions. */
class ExampleParameterTests {

    private static final String RDS = """
            service: RDS
            controls:
              - id: RDS.14
                title: {en: a, ja: b}
                severity: MEDIUM
                category: Recover
                resource: AWS::RDS::DBCluster
                parameters:
                  hours: {type: double, default: 1, min: 0, max: 72}
                passes: resource.BacktrackWindow >= int(params.hours * 3600.0)
                reason: {failed: {en: a, ja: b}}
                remediation: {en: a, ja: b}
            """;

    private static final String EXAMPLES = """
            RDS.14:
              passes:
                a: {BacktrackWindow: 360, $parameters: {hours: 0.1}}
                b: {BacktrackWindow: 7200, $parameters: {hours: 2}}
              fails: {c: {BacktrackWindow: 360}}
              absent: {fails: {d: {}}}
            """;

    @Test
    void examplesAreJudgedWithTheParametersThatTheySet() {
        var judge = catalogue(EXAMPLES).judges().get(new ControlId("RDS.14"));
        assertThat(judge.control().examples())
                .extracting(Example::parameters)
                .containsExactly(Map.of("hours", 0.1), Map.of("hours", 2.0), Map.of(), Map.of());
        assertThat(judge.control().examples())
                .allSatisfy(
                        example -> assertThat(Judged.example(judge, example)).isInstanceOf(example.verdict()));
    }

    @Test
    void theSameDocumentWithAnotherParameterIsAnotherExample() {
        catalogue(EXAMPLES.replace(
                "BacktrackWindow: 7200, $parameters: {hours: 2}", "BacktrackWindow: 360, $parameters: {hours: 0}"));
        assertThat(problem("BacktrackWindow: 360, $parameters: {hours: 0.1}")).contains("'b' is the same as 'a'");
    }

    @Test
    void parametersThatAreNotThereOrNotAllowedAreRefused() {
        assertThat(problem("$parameters: {minutes: 2}")).endsWith("the control has no parameter 'minutes'");
        assertThat(problem("$parameters: {hours: 73}"))
                .endsWith("parameter 'hours': the value is 73.0, but should be at least 0 and at most 72");
        assertThat(problem("$parameters: {hours: many}"))
                .endsWith("parameter 'hours': should be of type double, but is many");
    }

    private static String problem(String second) {
        var examples = EXAMPLES.replace("BacktrackWindow: 7200, $parameters: {hours: 2}", second);
        return catchThrowableOfType(InvalidCatalogue.class, () -> catalogue(examples))
                .problems()
                .getFirst()
                .toString();
    }

    private static Catalogue catalogue(String examples) {
        return Catalogue.read(
                List.of(new TextFile("rds.yaml", RDS), new TextFile("rds.examples.yaml", examples)),
                List.of(),
                List.of(),
                AwsTypes.ALL);
    }
}
