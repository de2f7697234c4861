package io.shisei.control.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shisei.control.AwsTypes;
import io.shisei.control.Example;
import io.shisei.control.InvalidCatalogue;
import io.shisei.control.Verdict;
import io.shisei.control.setting.SettingsInMemory;
import io.shisei.inventory.Document;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                reason: {failed: {en: a, ja: b}}
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
                .startsWith("s3.yaml:10:21: S3.8: passes: undefined field 'Nam'")
                .endsWith("(line 1, column 9 of the expression)");
    }

    @Test
    void findsThePlaceInAFoldedExpression() {
        assertThat(problems("    passes: >-\n      resource.Name == 'a' &&\n      resource.Name == 3"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:12:21: S3.8: passes: found no matching overload for '_==_'");
    }

    @Test
    void reportsTheMistakesOfAllFilesTogether() {
        var other = HEAD.replace("S3", "EC2").replace("severity: HIGH", "severity: BAD") + "    pass: true";
        assertThat(problems(new TextFile("s3.yaml", HEAD + "    passes: 3"), new TextFile("ec2.yaml", other)))
                .extracting(FileProblem::file)
                .contains("s3.yaml", "ec2.yaml");
    }

    @Test
    void namesUnknownKeysTypesAndSeverities() {
        assertThat(problems(new TextFile(
                        "s3.yaml",
                        HEAD.replace("HIGH", "BAD").replace("AWS::S3::Bucket", "AWS::S3::Bukket") + "    pases: true")))
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.startsWith("s3.yaml:5:15: S3.8: 'BAD' is not a severity"))
                .anyMatch(text -> text.startsWith("s3.yaml:7:15: S3.8: no collector reads"))
                .anyMatch(text -> text.startsWith("s3.yaml:10:5: S3.8: unknown key 'pases'"));
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
                .extracting(FileProblem::toString)
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
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.contains("definitions go round in a circle: a -> b -> a"));
    }

    @Test
    void refusesTheDocumentAsAWhole() {
        assertThat(problems("    passes: resource == resource"))
                .extracting(FileProblem::toString)
                .anyMatch(text ->
                        text.startsWith("s3.yaml:10:13: S3.8: passes: 'resource' can only be used with a field"));
    }

    @Test
    void checksTheFieldsOfExamples() {
        var examples = new TextFile("s3.examples.yaml", EXAMPLES.replace("{Name: b}", "{Nmae: b, CreationDate: 3}"));
        assertThat(problems(new TextFile("s3.yaml", HEAD + "    passes: resource.Name == 'a'"), examples))
                .extracting(FileProblem::toString)
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
    void losesNoSecondDocument() {
        assertThat(problems(new TextFile("s3.yaml", "service: S3\ncontrols: []\n---\nservice: S3\ncontrols: []\n")))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:4:1")
                .contains("a second document begins");
    }

    @Test
    void refusesAliases() {
        assertThat(problems(new TextFile(
                        "ec2.yaml", ec2("    applies: &on resource.State.Name == 'running'\n    passes: *on"))))
                .extracting(FileProblem::toString)
                .anySatisfy(problem -> assertThat(problem).contains("'*on' is an alias: write out what it stands for"));
    }

    @Test
    void refusesStandardsWithUnknownControls() {
        var standard = new TextFile("fsbp.yaml", "id: a\nname: {en: a, ja: b}\ncontrols:\n  - S3.9\n");
        assertThatThrownBy(() -> Catalogue.read(List.of(), List.of(), List.of(standard), AwsTypes.ALL))
                .isInstanceOf(InvalidCatalogue.class)
                .hasMessageContaining("fsbp.yaml:4:5: there is no control 'S3.9'");
    }

    @Test
    void refusesParametersThatNothingUses() {
        assertThat(problems("    parameters: {names: {type: list(string), default: []}}\n"
                        + "    passes: resource.Name == 'a'"))
                .singleElement()
                .asString()
                .isEqualTo("s3.yaml:10:18: S3.8: parameter 'names' is never used: remove it");
    }

    @Test
    void refusesTheSameExampleTwice() {
        var examples =
                new TextFile("s3.examples.yaml", EXAMPLES.replace("{a: {Name: a}}", "{a: {Name: a}, c: {Name: a}}"));
        assertThat(problems(new TextFile("s3.yaml", HEAD + "    passes: resource.Name == 'a'"), examples))
                .singleElement()
                .asString()
                .isEqualTo("s3.examples.yaml:2:26: S3.8: 'c' is the same as 'a': change or remove one");
    }

    @Test
    void refusesConditionsThatReadNothing() {
        assertThat(problems("    parameters: {on: {type: bool, default: true}}\n    passes: params.on"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:11:13: S3.8: passes: this reads nothing of the resource");
        assertThat(problems("    with: {on: size('a') == 1}\n    passes: on"))
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.contains("passes: this reads nothing of the resource"));
    }

    @Test
    void refusesTruthsThatAreAlwaysTheSame() {
        assertThat(problems("    passes: resource.Name == 'a' || 1 < 2"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:10:39: S3.8: passes: this depends on nothing");
    }

    @Test
    void refusesToHideNames() {
        assertThat(problems("    passes: \"['a'].exists(now, now == resource.Name)\""))
                .singleElement()
                .asString()
                .contains("the variable of a loop or a bind hides a name that has a meaning");
    }

    @Test
    void refusesWordsThatAwsDoesNotKnow() {
        assertThat(stateProblems("    passes: resource.State.Name == 'stoped'", "stopped"))
                .singleElement()
                .asString()
                .startsWith("ec2.yaml:10:36: EC2.4: passes: 'stoped' is not a word of ec2.InstanceStateName; these are:"
                        + " pending, running, shutting-down, stopped, stopping, terminated.");
        assertThat(stateProblems("    passes: resource.State.Name != 'stopped'", "stoped"))
                .singleElement()
                .asString()
                .startsWith("ec2.examples.yaml:2:30: EC2.4: 'stoped' is not a word of ec2.InstanceStateName");
    }

    @Test
    void knowsWordsThatAreNewerThanTheSdk() {
        var newer =
                "newer: {ec2.InstanceStateName: {words: [parked], source: 'https://docs.aws.amazon.com/', date: 2026-09-01}}\n";
        var file = newer + ec2("    passes: resource.State.Name != 'parked'");
        Catalogue.read(
                List.of(new TextFile("ec2.yaml", file), stateExamples("parked")), List.of(), List.of(), AwsTypes.ALL);
        assertThat(problems(new TextFile("ec2.yaml", file.replace("2026-09-01", "lately")), stateExamples("parked")))
                .singleElement()
                .asString()
                .contains("ec2.yaml:1:96: 'lately' should be a date");
    }

    @Test
    void judgesExamplesOnTheirOccasion() {
        var file = ec2("    passes: daysSince(resource.LaunchTime) < 30 && region == 'eu-west-1'");
        var examples = new TextFile("ec2.examples.yaml", """
                EC2.4:
                  passes: {a: {LaunchTime: '2026-01-01T00:00:00Z', $now: '2026-01-30T23:59:59Z', $region: eu-west-1}}
                  fails: {b: {LaunchTime: '2026-01-01T00:00:00Z', $now: '2026-01-31T00:00:00Z', $region: eu-west-1}}
                  absent: {fails: {c: {}}}
                """);
        var controls = SettingsInMemory.of(
                Catalogue.read(List.of(new TextFile("ec2.yaml", file), examples), List.of(), List.of(), AwsTypes.ALL));
        var control = controls.all().getFirst();
        assertThat(control.examples())
                .hasSize(3)
                .allSatisfy(example -> assertThat(controls.plan(null, null)
                                .judge(
                                        new Resource(
                                                "arn",
                                                control.resources().getFirst(),
                                                "name",
                                                Map.of(),
                                                example.document()),
                                        example.occasion())
                                .get(control.id()))
                        .isInstanceOf(example.verdict()));
        assertThat(problems(
                        new TextFile("ec2.yaml", file),
                        new TextFile("ec2.examples.yaml", examples.text().replace("'2026-01-31T00:00:00Z'", "today"))))
                .singleElement()
                .asString()
                .contains("'today' should be an instant");
    }

    @Test
    void wantsAReasonOfEveryControl() {
        assertThat(problems(new TextFile(
                        "s3.yaml",
                        HEAD.replace("    reason: {failed: {en: a, ja: b}}\n", "")
                                + "    passes: resource.Name == 'a'")))
                .extracting(FileProblem::toString)
                .contains("s3.yaml:3:5: S3.8: 'reason' is missing: add it");
    }

    @Test
    void checksReasonsWhereTheyStand() {
        assertThat(reasonProblems("'Bucket {resource.Nam} is open'", "'バケット {resource.Nam}'"))
                .anyMatch(text -> text.startsWith("s3.yaml:10:44: S3.8: reason.failed.en: undefined field 'Nam'"));
        assertThat(reasonProblems("'Bucket {resource.Name}'", "バケット"))
                .singleElement()
                .asString()
                .startsWith("s3.yaml:10:36: S3.8: reason.failed.en: this does not stand in the other language");
        assertThat(reasonProblems("'a {{} b'", "a"))
                .singleElement()
                .asString()
                .contains("s3.yaml:10:32: S3.8: reason.failed.en: a brace");
        assertThat(reasonProblems("\"{ {'a': resource.Name} }\"", "\"{ {'a': resource.Name} }\""))
                .singleElement()
                .asString()
                .contains("texts, numbers, truths, instants and lists of them can be written");
    }

    @Test
    void refusesReasonsThatWouldTakeCalls() {
        assertThat(reasonProblems(
                        "'{resource.Policy} {resource.CreationDate}'", "'{resource.Policy} {resource.CreationDate}'"))
                .singleElement()
                .asString()
                .contains("'Policy' would be read for this reason alone");
    }

    private static List<String> reasonProblems(String en, String ja) {
        var reason = "reason: {failed: {en: " + en + ", ja: " + ja + "}}";
        var file = HEAD.replace("    reason: {failed: {en: a, ja: b}}\n", "") + "    passes: resource.Name == 'a'\n    "
                + reason;
        return problems(new TextFile("s3.yaml", file)).stream()
                .map(FileProblem::toString)
                .filter(text -> !text.contains("examples"))
                .toList();
    }

    @Test
    void wantsConditionsToAskWhetherAParameterWithoutDefaultIsSet() {
        var file = HEAD
                + "    parameters: {least: {type: double, min: 0.5}}\n    passes: resource.Name == 'a' || double(resource.Name) > params.least";
        assertThat(problems(new TextFile("s3.yaml", file), examples()))
                .singleElement()
                .asString()
                .isEqualTo(
                        "s3.yaml:10:18: S3.8: parameter 'least' has no default: ask has(params.least), or give it one");
    }

    private static final String TABLE = "source: https://docs.aws.amazon.com/x\ndate: 2026-01-02\nvalues: ";

    @Test
    void readsTables() {
        var file = new TextFile(
                "s3.yaml",
                HEAD
                        + "    passes: resource.Name in tables.names || tables.least[?resource.Name].orValue('') == '1.0'");
        var names = new TextFile("tables/names.yaml", TABLE + "[a, b]");
        var least = new TextFile("tables/least.yaml", TABLE + "{c: '1.0'}");
        var controls = SettingsInMemory.of(
                Catalogue.read(List.of(file, examples()), List.of(names, least), List.of(), AwsTypes.ALL));
        var control = controls.all().getFirst();
        assertThat(Stream.of("a", "b", "c", "d")
                        .map(name -> controls.plan(null, null)
                                .judge(bucket(name), Example.OCCASION)
                                .get(control.id())))
                .extracting(verdict -> verdict instanceof Verdict.Passed)
                .containsExactly(true, true, true, false);
    }

    private static Resource bucket(String name) {
        return new Resource(
                "arn", AwsTypes.named("AWS::S3::Bucket"), name, Map.of(), Document.of(Map.of("Name", name)));
    }

    @Test
    void refusesTablesThatTellTooLittle() {
        var bad = List.of(
                new TextFile("tables/a.yaml", "source: a book\ndate: lately\nvalues: ['1.0', 1.1]"),
                new TextFile("tables/b.yaml", "values: {}"));
        var error = catchThrowableOfType(
                InvalidCatalogue.class,
                () -> Catalogue.read(
                        List.of(new TextFile("s3.yaml", HEAD + "    passes: resource.Name in tables.c"), examples()),
                        bad,
                        List.of(),
                        AwsTypes.ALL));
        assertThat(error.problems())
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.startsWith("tables/a.yaml:1:9: 'a book' should be the address"))
                .anyMatch(text -> text.startsWith("tables/a.yaml:2:7: 'lately' should be a date"))
                .anyMatch(text -> text.startsWith("tables/a.yaml:3:17: '1.1' is of another type"))
                .anyMatch(text -> text.contains("tables/b.yaml:1:1: a table without values"))
                .anyMatch(text -> text.contains("tables/b.yaml:1:1: 'source' is missing"))
                .anyMatch(text -> text.contains("undefined field 'c'"));
    }

    @Test
    void refusesATableThatNoControlAsksFor() {
        var control = new TextFile("s3.yaml", HEAD + "    passes: resource.Name in tables.names");
        var tables = List.of(
                new TextFile("tables/names.yaml", TABLE + "[a, b]"), new TextFile("tables/old.yaml", TABLE + "[c]"));
        assertThatThrownBy(() -> Catalogue.read(List.of(control, examples()), tables, List.of(), AwsTypes.ALL))
                .hasMessageContaining("tables/old.yaml:1:1: no control asks for tables.old: remove it")
                .hasMessageNotContaining("names.yaml");
    }

    private static final String SEVERAL = """
            service: RDS
            controls:
              - id: RDS.4
                title: {en: a, ja: b}
                severity: HIGH
                category: Protect
                remediation: {en: a, ja: b}
                on:
                  AWS::RDS::DBCluster: {with: {on: resource.StorageEncrypted}, passes: on, reason: {failed: {en: a, ja: b}}}
                  AWS::EC2::Instance: {applies: resource.EbsOptimized, violations: 'resource.SecurityGroups.filter(g, g.GroupId == account)', reason: {failed: {en: '{violation.GroupId}', ja: '{violation.GroupId}'}}}
            """;
    private static final String EXAMPLES_OF_SEVERAL = """
            RDS.4:
              on:
                AWS::RDS::DBCluster:
                  passes: {a: {StorageEncrypted: true}}
                  fails: {b: {StorageEncrypted: false}}
                  absent: {fails: {c: {}}}
                AWS::EC2::Instance:
                  passes: {a: {EbsOptimized: true}}
                  fails: {b: {EbsOptimized: true, SecurityGroups: [{GroupId: '123456789012'}]}}
                  absent: {notApplicable: {c: {}}}
            """;

    @Test
    void judgesSeveralTypesEachByItsOwnClauses() {
        var controls = SettingsInMemory.of(Catalogue.read(several("", ""), List.of(), List.of(), AwsTypes.ALL));
        var control = controls.all().getFirst();
        assertThat(control.types()).containsExactly("AWS::RDS::DBCluster", "AWS::EC2::Instance");
        assertThat(control.actions()).containsExactlyInAnyOrder("rds:DescribeDBClusters", "ec2:DescribeInstances");
        var plan = controls.plan(null, null);
        assertThat(plan.wanted("RDS", Scope.REGIONAL)).containsOnlyKeys(AwsTypes.named("AWS::RDS::DBCluster"));
        assertThat(plan.wanted("EC2", Scope.REGIONAL)).containsOnlyKeys(AwsTypes.named("AWS::EC2::Instance"));
        assertThat(plan.reading("AWS::EC2::Instance", Set.of("StorageEncrypted")))
                .isEmpty();
        assertThat(control.examples())
                .hasSize(6)
                .allSatisfy(example -> assertThat(plan.judge(
                                        new Resource(
                                                "arn",
                                                AwsTypes.named(example.type()),
                                                "name",
                                                Map.of(),
                                                example.document()),
                                        example.occasion())
                                .get(control.id()))
                        .isInstanceOf(example.verdict()));
    }

    @Test
    void explainsEachTypeByItsOwnCondition() {
        var controls = SettingsInMemory.of(Catalogue.read(several("", ""), List.of(), List.of(), AwsTypes.ALL));
        var control = controls.all().getFirst();
        var document = Document.of(Map.of("StorageEncrypted", false, "EbsOptimized", true));
        assertThat(controls.explain(control, "AWS::RDS::DBCluster", document, Example.OCCASION)
                        .values())
                .containsOnlyKeys("StorageEncrypted");
        assertThat(controls.explain(control, "AWS::EC2::Instance", document, Example.OCCASION)
                        .values())
                .containsOnlyKeys("EbsOptimized");
        assertThat(controls.explain(control, "AWS::S3::Bucket", document, Example.OCCASION)
                        .values())
                .isEmpty();
    }

    @Test
    void saysWhatIsWrongWithOneOfSeveralTypes() {
        assertThat(problems("passes: on,", "passes: on && resource.Nam,"))
                .singleElement()
                .asString()
                .startsWith("rds.yaml:9:90: RDS.4: passes: undefined field 'Nam'");
        assertThat(problems("RDS::DBCluster", "RDS::DBKluster"))
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.startsWith("rds.yaml:9:7: RDS.4: no collector reads"));
        assertThat(problems("    severity: HIGH", "    severity: HIGH\n    passes: true"))
                .singleElement()
                .asString()
                .startsWith("rds.yaml:6:5: RDS.4: unknown key 'passes'");
        assertThat(problems("notApplicable: {c", "fails: {c"))
                .singleElement()
                .asString()
                .startsWith("rds.examples.yaml:8:7: RDS.4: the control has 'applies'");
        assertThat(problems("    AWS::EC2::Instance:\n      passes", "    AWS::EC2::Instances:\n      passes"))
                .extracting(FileProblem::toString)
                .anyMatch(text -> text.contains("'AWS::EC2::Instance' is missing"))
                .anyMatch(text -> text.contains("unknown key 'AWS::EC2::Instances'"));
    }

    private static List<TextFile> several(String what, String instead) {
        return List.of(
                new TextFile("rds.yaml", what.isEmpty() ? SEVERAL : SEVERAL.replace(what, instead)),
                new TextFile(
                        "rds.examples.yaml",
                        what.isEmpty() ? EXAMPLES_OF_SEVERAL : EXAMPLES_OF_SEVERAL.replace(what, instead)));
    }

    private static List<FileProblem> problems(String what, String instead) {
        return problems(several(what, instead).toArray(TextFile[]::new));
    }

    private static List<FileProblem> stateProblems(String condition, String state) {
        return problems(new TextFile("ec2.yaml", ec2(condition)), stateExamples(state));
    }

    private static String ec2(String condition) {
        return HEAD.replace("S3.8", "EC2.4")
                        .replace("service: S3", "service: EC2")
                        .replace("S3::Bucket", "EC2::Instance")
                + condition;
    }

    private static TextFile stateExamples(String state) {
        return new TextFile("ec2.examples.yaml", """
                EC2.4:
                  passes: {a: {State: {Name: %s}}}
                  fails: {b: {State: {Name: running}}}
                  absent: {fails: {c: {}}}
                """.formatted(state));
    }

    private static TextFile examples() {
        return new TextFile("s3.examples.yaml", EXAMPLES);
    }

    private static List<FileProblem> problems(String condition) {
        return problems(new TextFile("s3.yaml", HEAD + condition), examples());
    }

    private static List<FileProblem> problems(TextFile... files) {
        var error = catchThrowableOfType(
                InvalidCatalogue.class,
                () -> Catalogue.read(Stream.of(files).toList(), List.of(), List.of(), AwsTypes.ALL));
        return error.problems();
    }

    @Test
    void wantsADifferenceInBothLanguagesAndThePageItRestsOn() {
        assertThat(problems("    differs: {en: a, source: 'http://a'}\n    passes: resource.Name == 'a'"))
                .map(FileProblem::toString)
                .anyMatch(text -> text.endsWith("'ja' is missing: add it"))
                .anyMatch(text -> text.contains("'http://a' should be the address of a page"));
    }

    @Test
    void knowsOfAnUnjudgedControlByItsTitleAndSeverity() {
        var standard = new TextFile("fsbp.yaml", """
                id: a
                name: {en: a, ja: b}
                controls: []
                unjudged:
                  S3.9: {title: {en: a, ja: b}, severity: BAD, retired: soon}
                  S3-8: {title: {en: a, ja: b}, severity: LOW}
                """);
        assertThatThrownBy(() -> Catalogue.read(List.of(), List.of(), List.of(standard), AwsTypes.ALL))
                .hasMessageContaining("S3.9: 'BAD' is not a severity")
                .hasMessageContaining("S3.9: 'soon' should be a date")
                .hasMessageContaining("'S3-8' is not the id of a control");
    }
}
