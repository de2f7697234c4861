package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the catalogue says of files with mistakes. */
class CatalogueTests {

    private static final String HEAD = """
            service: S3
            controls:
              - id: S3.8
                title: {en: a, ja: b}
                severity: HIGH
                category: Protect
                resource: AWS::S3::Bucket
                remediation: {en: a, ja: b}
            """;
    private static final String EXAMPLES = """
            S3.8:
              passes: {a: {Name: a}}
              fails: {b: {Name: b}}
              absent: {fails: {c: {}}}
            """;

    @Test
    void namesTheMisspeltFieldWhereItStands() {
        assertThat(problems("    passes: resource.Nam == 'a'"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:9:21: S3.8: passes: undefined field 'Nam'")
                .endsWith("(line 1, column 9 of the expression)");
    }

    @Test
    void findsThePlaceInAFoldedExpression() {
        assertThat(problems("    passes: >-\n      resource.Name == 'a' &&\n      resource.Name == 3"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:11:21: S3.8: passes: found no matching overload for '_==_'");
    }

    @Test
    void reportsTheMistakesOfAllFilesTogether() {
        var other = HEAD.replace("S3", "EC2").replace("severity: HIGH", "severity: BAD") + "    pass: true";
        assertThat(problems(new TextFile("s3.yaml", HEAD + "    passes: 3"), new TextFile("ec2.yaml", other)))
                .extracting(Problem::file)
                .contains("s3.yaml", "ec2.yaml");
    }

    @Test
    void namesUnknownKeysTypesAndSeverities() {
        assertThat(problems(new TextFile(
                        "s3.yaml",
                        HEAD.replace("HIGH", "BAD").replace("AWS::S3::Bucket", "AWS::S3::Bukket") + "    pases: true")))
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("s3.yaml:5:15: S3.8: 'BAD' is not a severity"))
                .anyMatch(text -> text.startsWith("s3.yaml:7:15: S3.8: no collector reads"))
                .anyMatch(text -> text.startsWith("s3.yaml:9:5: S3.8: unknown key 'pases'"));
    }

    @Test
    void wantsEitherPassesOrViolations() {
        assertThat(problems("    passes: 'true'\n    violations: '[]'"))
                .singleElement()
                .asString()
                .contains("S3.8: give either 'passes' or 'violations'");
    }

    @Test
    void wantsAnExampleOfNotApplying() {
        assertThat(problems("    applies: resource.Name != ''\n    passes: resource.Name == 'a'"))
                .singleElement()
                .asString()
                .contains("S3.8: the control has 'applies', so an example of when it does not is needed");
    }

    @Test
    void refusesTheSameIdTwice() {
        var file = new TextFile("s3.yaml", HEAD + "    passes: resource.Name == 'a'");
        assertThat(problems(file, examples(), new TextFile("more.yaml", file.text())))
                .singleElement()
                .asString()
                .contains("more.yaml:3:5: S3.8 is already in s3.yaml");
    }

    @Test
    void refusesABadDefault() {
        assertThat(problems("    parameters: {ports: {type: list(int), default: [0], min: 1}}\n"
                        + "    passes: params.ports.size() == 1"))
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains("parameter 'ports': the value is 0, but should be at least 1"));
    }

    @Test
    void typesParameters() {
        assertThat(problems("    parameters: {names: {type: list(string), default: []}}\n"
                        + "    passes: resource.Name in params.nmes"))
                .singleElement()
                .asString()
                .contains("undefined field 'nmes'");
    }

    @Test
    void refusesDefinitionsThatGoRound() {
        assertThat(problems("    with: {a: b, b: a}\n    passes: a"))
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains("definitions go round in a circle: a -> b -> a"));
    }

    @Test
    void refusesTheDocumentAsAWhole() {
        assertThat(problems("    passes: resource == resource"))
                .extracting(Problem::toString)
                .anyMatch(text ->
                        text.startsWith("s3.yaml:9:13: S3.8: passes: 'resource' can only be used with a field"));
    }

    @Test
    void checksTheFieldsOfExamples() {
        var examples = new TextFile("s3.examples.yaml", EXAMPLES.replace("{Name: b}", "{Nmae: b, CreationDate: 3}"));
        assertThat(problems(new TextFile("s3.yaml", HEAD + "    passes: resource.Name == 'a'"), examples))
                .extracting(Problem::toString)
                .anyMatch(text -> text.startsWith("s3.examples.yaml:3:15: S3.8: there is no field 'Nmae'"))
                .anyMatch(text -> text.contains("'CreationDate' should be TIMESTAMP, but is '3'"));
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertThat(problems(new TextFile("s3.yaml", "service: S3\ncontrols: [")))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:")
                .contains("this is not YAML");
    }

    @Test
    void refusesStandardsWithUnknownControls() {
        var standard = new TextFile("fsbp.yaml", "id: a\nname: {en: a, ja: b}\ncontrols:\n  - S3.9\n");
        assertThatThrownBy(() -> Catalogue.read(List.of(), List.of(standard), AwsTypes.ALL, Clock.systemUTC()))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("fsbp.yaml:4:5: there is no control 'S3.9'");
    }

    private static TextFile examples() {
        return new TextFile("s3.examples.yaml", EXAMPLES);
    }

    private static List<Problem> problems(String condition) {
        return problems(new TextFile("s3.yaml", HEAD + condition), examples());
    }

    private static List<Problem> problems(TextFile... files) {
        var error = catchThrowableOfType(
                InvalidCatalogue.class,
                () -> Catalogue.read(Stream.of(files).toList(), List.of(), AwsTypes.ALL, Clock.systemUTC()));
        return error.problems();
    }
}
