package io.shisei.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.account.trial.TriedStep;
import io.shisei.comparison.Agreement;
import io.shisei.comparison.LeftOut;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.control.Example;
import io.shisei.control.Severity;
import io.shisei.control.Shipped;
import io.shisei.control.Standing;
import io.shisei.coverage.Coverage;
import io.shisei.dashboard.control.Category;
import io.shisei.dashboard.control.list.Grouping;
import io.shisei.dashboard.control.list.Order;
import io.shisei.dashboard.schedule.CronPhrase;
import io.shisei.database.HistoryKind;
import io.shisei.database.Outage;
import io.shisei.export.Format;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.finding.history.Counted;
import io.shisei.finding.history.MoveCause;
import io.shisei.finding.history.Transition;
import io.shisei.finding.list.FindingOrder;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.finding.workflow.Outcome;
import io.shisei.reach.Fact;
import io.shisei.reach.Reach;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanState;
import io.shisei.scan.ScanUnit;
import io.shisei.schedule.MissedRuns;
import io.shisei.schedule.Run;
import io.shisei.schedule.timetable.Rhythm;
import io.shisei.score.ControlStatus;
import io.shisei.security.Role;
import io.shisei.suppression.ImportReport;
import io.shisei.suppression.Suppression;
import io.shisei.suppression.foreign.ForeignFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java/io/shisei/dashboard");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][\\w.]*)");
    private static final Pattern QUOTED = Pattern.compile("\"(notice\\.[\\w.-]+)\"");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(messages("messages_ja").stringPropertyNames())
                .isEqualTo(messages("messages").stringPropertyNames());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() throws IOException {
        var english = messages("messages");
        var japanese = messages("messages_ja");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(japanese.getProperty(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    @Test
    void everyMessageIsUsedAndEveryUsedMessageIsThere() throws IOException {
        var used = Stream.of(found(KEY, sources(TEMPLATES)), found(QUOTED, sources(CODE)), named(), Set.of("title.of"))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        // Those of refusals are held to their rules by RefusalTests.
        assertThat(messages("messages").stringPropertyNames())
                .filteredOn(key -> !key.startsWith("refusal."))
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void noTemplateHoldsScriptsOrStyles() throws IOException {
        assertThat(sources(TEMPLATES))
                .doesNotContainPattern("<style|\\sstyle=|th:style|\\son[a-z]+=|hx-on|javascript:")
                .doesNotContainPattern("<script(?![^>]*src=)[^>]*>");
    }

    @Test
    void noTemplateHoldsTextOfItsOwn() throws IOException {
        var text = sources(TEMPLATES)
                .replaceAll("\"[^\"]*\"|'[^']*'", "")
                .replaceAll("(?s)<[^>]*>", "\n")
                .replaceAll("&nbsp;|\\b(true|false|UTC)\\b", "");
        assertThat(text).doesNotContainPattern("[A-Za-z]{3,}");
    }

    /** Messages whose names are put together from values. */
    private static Set<String> named() {
        return Stream.of(
                        names("severity.", Severity.values()),
                        names("controlStatus.", ControlStatus.values()),
                        names("compliance.", ComplianceStatus.values()),
                        names("workflow.", WorkflowStatus.values()),
                        names("record.", RecordState.values()),
                        names("historyKind.", HistoryKind.values()),
                        names("reach.", Reach.Answer.values()),
                        names("reachFact.", Fact.Kind.values()),
                        names("archiveReason.", ArchiveReason.values()),
                        names("moveCause.", MoveCause.values()),
                        names("counted.", Counted.values()),
                        names("what.", Transition.What.values()),
                        names("scanState.", ScanState.values()),
                        names("unitState.", ScanUnit.State.values()),
                        names("coverageState.", Coverage.State.values()),
                        names("trigger.", Scan.Trigger.values()),
                        names("missedRuns.", MissedRuns.values()),
                        names("runOutcome.", Run.Outcome.values()),
                        names("startOutcome.", Run.Started.values()),
                        names("suppressionState.", Suppression.State.values()),
                        names("suppressionChange.", Suppression.Change.What.values()),
                        names("suppressionEffect.", RuleEffect.values()),
                        names("importFormat.", ForeignFormat.values()),
                        names("importOutcome.", ImportReport.Outcome.values()),
                        names("day.", DayOfWeek.values()),
                        names("dayName.", DayOfWeek.values()),
                        names("rhythm.", Rhythm.Often.values()),
                        names("role.", Role.values()),
                        names("roleText.", Role.values()),
                        names("onboarding.step.", TriedStep.Step.values()),
                        names("onboarding.help.", TriedStep.Step.values()),
                        names("tried.", TriedStep.State.values()),
                        names("cronWords.", CronPhrase.values()),
                        names("export.", Format.values()),
                        names("outcome.", Example.Outcome.values()),
                        names("comparison.", Agreement.values()),
                        names("leftOut.", LeftOut.Reason.values()),
                        names("hubUnread.", UnreadRegion.Why.values()),
                        names("standing.", Standing.State.values()),
                        names("order.", Order.values()),
                        names("grouping.", Grouping.values()),
                        categories(),
                        names("findingOrder.", FindingOrder.values()),
                        errors(Outage.values()),
                        Arrays.stream(Outcome.values())
                                .filter(it -> it != Outcome.CHANGED)
                                .map(it -> "bulk." + it),
                        Stream.of(
                                "filter.complianceStatus",
                                "filter.ou",
                                "filter.outcome",
                                "filter.recordState",
                                "filter.standardId",
                                "filter.assignee",
                                "filter.id",
                                "filter.resourceId",
                                "assignee.me"))
                .flatMap(it -> it)
                .collect(Collectors.toSet());
    }

    private static Stream<String> categories() {
        return Shipped.controls().all().stream().flatMap(control -> Category.of(control.category()).codes().stream());
    }

    private static Stream<String> errors(Outage... outages) {
        return Arrays.stream(outages)
                .flatMap(it -> Stream.of("error.503." + it + ".title", "error.503." + it + ".text"));
    }

    private static Stream<String> names(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(it -> prefix + it.name());
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> arguments(String message) {
        return Pattern.compile("\\{\\d}")
                .matcher(message)
                .results()
                .map(it -> it.group())
                .collect(Collectors.toSet());
    }

    private static String sources(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var all = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }

    private static Properties messages(String name) throws IOException {
        var properties = new Properties();
        try (var reader =
                Files.newBufferedReader(Path.of("src/main/resources", name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
