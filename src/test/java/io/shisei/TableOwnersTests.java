package io.shisei;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table is named in the SQL of one module alone; others call its methods, or read a view that it publishes. */
class TableOwnersTests {

    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("account", "account"),
            Map.entry("organization", "account"),
            Map.entry("unit_past", "account"),
            Map.entry("history_cut", "database"),
            Map.entry("resource", "inventory"),
            Map.entry("listing", "inventory"),
            Map.entry("untagged_type", "inventory"),
            Map.entry("resource_change", "inventory"),
            Map.entry("control_setting", "control"),
            Map.entry("control_setting_change", "control"),
            Map.entry("coverage", "coverage"),
            Map.entry("evaluation", "coverage"),
            Map.entry("evaluation_sum", "coverage"),
            Map.entry("deadline", "deadline"),
            Map.entry("finding", "finding"),
            Map.entry("finding_sum", "finding"),
            Map.entry("unsettled_finding", "finding"),
            Map.entry("unsettled_reason", "finding"),
            Map.entry("open_sum", "finding"),
            Map.entry("fix_day", "finding"),
            Map.entry("unit_fix_day", "finding"),
            Map.entry("transition", "finding"),
            Map.entry("finding_move", "finding"),
            Map.entry("scan_move", "finding"),
            Map.entry("control_bit", "score"),
            Map.entry("control_trend", "score"),
            Map.entry("standard_trend", "score"),
            Map.entry("control_day", "score"),
            Map.entry("control_last", "score"),
            Map.entry("standard_day", "score"),
            Map.entry("control_step", "score"),
            Map.entry("standard_step", "score"),
            Map.entry("unit_day", "score"),
            Map.entry("unit_step", "score"),
            Map.entry("day_zone", "score"),
            Map.entry("security_hub_import", "comparison"),
            Map.entry("security_hub_finding", "comparison"),
            Map.entry("security_hub_fetch", "comparison"),
            Map.entry("scan", "scan"),
            Map.entry("scan_unit", "scan"),
            Map.entry("recheck", "scan"),
            Map.entry("reevaluation", "scan"),
            Map.entry("reevaluated", "scan"),
            Map.entry("schedule", "schedule"),
            Map.entry("schedule_run", "schedule"),
            Map.entry("schedule_start", "schedule"),
            Map.entry("scheduled_tasks", "the task queue's library"),
            Map.entry("api_token", "security"),
            Map.entry("app_user", "security"),
            Map.entry("suppression", "suppression"),
            Map.entry("suppression_change", "suppression"),
            Map.entry("saved_view", "view"));

    private static final Path MODULES = Path.of("src/main/java/io/shisei");
    private static final Pattern CREATED = Pattern.compile("create table (?!if )(\\w+)");
    private static final Pattern TEXT =
            Pattern.compile("\"\"\"(?<block>.*?)\"\"\"|\"(?<line>(?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|into|update|table|using)\\s+(?:only\\s+)?([a-z_]+)\\b");

    @Test
    void eachHasOne() throws IOException {
        assertThat(matches(CREATED, Path.of("db")).collect(toSet())).isEqualTo(OWNERS.keySet());
    }

    @Test
    void noOtherModuleNamesIt() throws IOException {
        var strangers = new TreeSet<String>();
        for (var source : sources(MODULES)) {
            var module = MODULES.relativize(source).getName(0).toString();
            tables(source).stream()
                    .filter(table -> !OWNERS.get(table).equals(module))
                    .forEach(table -> strangers.add(source.getFileName() + " names " + table));
        }
        assertThat(strangers).isEmpty();
    }

    @Test
    void isFoundInSqlOfAnyForm() {
        assertThat(tables("sql(\"delete from finding where id\" + x); \"\"\"\n  update scan_unit set\n\"\"\""))
                .containsExactlyInAnyOrder("finding", "scan_unit");
        assertThat(tables("/** from account */ // join scan\n var x = from(account);"))
                .isEmpty();
    }

    private static Set<String> tables(Path source) {
        return tables(read(source));
    }

    private static Set<String> tables(String source) {
        return TEXT.matcher(COMMENT.matcher(source).replaceAll(""))
                .results()
                .map(TableOwnersTests::text)
                .flatMap(text -> NAMED.matcher(text).results())
                .map(named -> named.group(1))
                .filter(OWNERS::containsKey)
                .collect(toSet());
    }

    private static String text(MatchResult literal) {
        return literal.group(1) == null ? literal.group(2) : literal.group(1);
    }

    private static Stream<String> matches(Pattern pattern, Path folder) throws IOException {
        return sources(folder).stream()
                .flatMap(file -> pattern.matcher(read(file)).results())
                .map(found -> found.group(1));
    }

    private static Set<Path> sources(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).collect(toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
