package io.shisei.benchmark;

import io.shisei.test.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Counts the rows and blocks that pages and operations read of a database that years of a fleet have filled. */
final class YearsBenchmark {

    private static final int TIMES = 10;

    /** Rows and index entries by table, the partitions of a table together; the queue of tasks is read all the time. */
    private static final String READ = """
            select regexp_replace(relname, '_\\d{4}_\\d{2}$', ''),
                   sum(seq_tup_read + coalesce(entries, 0)),
                   sum(coalesce(heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read, heap_blks_hit + heap_blks_read))
            from pg_stat_user_tables join pg_statio_user_tables using (relid, relname)
            left join (select relid, sum(idx_tup_read) as entries from pg_stat_user_indexes group by relid) as i using (relid)
            where relname not in ('scheduled_tasks', 'spring_session') group by 1
            """;

    private record Count(long rows, long blocks) {
        Count minus(Count before) {
            return new Count(rows - before.rows, blocks - before.blocks);
        }
    }

    private final Settings settings;
    private final Path folder = Files.createTempDirectory("years");

    private YearsBenchmark(Settings settings) throws IOException {
        this.settings = settings;
    }

    static void main(String... arguments) throws Exception {
        var benchmark = new YearsBenchmark(Settings.of(arguments));
        try (var database = new Database(benchmark.folder)) {
            benchmark.run(database);
        } finally {
            Programs.killAll();
            Folders.delete(benchmark.folder);
        }
    }

    private void run(Database database) throws Exception {
        var environment = Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "postgres");
        var service = Instance.start("service", folder, environment, List.of("-Xmx512m"))
                .awaitReady();
        var controls = controls(service.api());
        var began = System.nanoTime();
        new YearsOfSums(
                        database,
                        settings.number("accounts", 200),
                        settings.number("days", 730),
                        settings.number("findings", 5000),
                        settings.number("regions", 17),
                        List.copyOf(controls))
                .write();
        System.out.println("%s; %s daily sums, %s findings, %s evaluations, %s scans; written in %d s\n"
                .formatted(
                        Machine.describe(),
                        database.value("select count(*) from control_day"),
                        database.value("select count(*) from finding"),
                        database.value("select count(*) from evaluation"),
                        database.value("select count(*) from scan"),
                        (System.nanoTime() - began) / 1_000_000_000));
        measure(database, service.api());
        service.process().destroy();
        service.process().waitFor();
    }

    /** Those of the catalogue, and as many made-up ones as FSBP has beside them. */
    private TreeSet<String> controls(RestApi api) throws IOException, InterruptedException {
        var controls = new TreeSet<String>();
        api.call("GET", "/api/v1/controls", "")
                .body()
                .path("items")
                .forEach(item -> controls.add(item.path("id").asString()));
        for (int n = 1; controls.size() < settings.number("controls", 367); n++) {
            controls.add("Made.%d".formatted(n));
        }
        return controls;
    }

    private void measure(Database database, RestApi api) throws Exception {
        var visitor = Visitor.logIn(api.url(), RestApi.PASSWORD);
        var account = database.value("select max(id) from account");
        System.out.println("| asked | rows read | blocks | median | most rows of |\n|---|---|---|---|---|");
        for (var path : List.of(
                "/",
                "/?days=365",
                "/?account=" + account,
                "/controls",
                "/controls?account=" + account,
                "/controls/S3.8",
                "/controls/S3.8?days=365",
                "/controls/S3.8?account=" + account,
                "/accounts",
                "/api/v1/standards/fsbp/score",
                "/api/v1/standards/fsbp/trend",
                "/api/v1/controls",
                "/api/v1/controls/S3.8",
                "/api/v1/controls/S3.8/trend",
                "/api/v1/accounts")) {
            ask(visitor, api, path, TIMES); // what is read once and kept
            var before = read(database);
            var times = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                times[i] = ask(visitor, api, path, i);
            }
            print(path.replace(account, "…"), before, read(database), times);
        }
    }

    /** @param number of the question, which makes it another one than those whose pages are kept */
    private static long ask(Visitor visitor, RestApi api, String path, int number)
            throws IOException, InterruptedException {
        var began = System.nanoTime();
        var status = path.startsWith("/api/")
                ? api.call("GET", path, "").status()
                : visitor.get(path + (path.contains("?") ? "&" : "?") + "number=" + number)
                        .statusCode();
        if (status != 200) {
            throw new IllegalStateException(path + " was answered by " + status);
        }
        return System.nanoTime() - began;
    }

    private static Map<String, Count> read(Database database) throws Exception {
        Thread.sleep(11_000); // an idle session reports its statistics after ten seconds
        var counts = new TreeMap<String, Count>();
        database.rows(READ)
                .forEach(row ->
                        counts.put(row.get(0), new Count(Long.parseLong(row.get(1)), Long.parseLong(row.get(2)))));
        return counts;
    }

    private static void print(String path, Map<String, Count> before, Map<String, Count> after, long[] times) {
        var read = new TreeMap<String, Count>();
        after.forEach((table, count) -> read.put(table, count.minus(before.getOrDefault(table, new Count(0, 0)))));
        var most = read.entrySet().stream()
                .filter(entry -> entry.getValue().rows() > 0)
                .sorted((one, other) ->
                        Long.compare(other.getValue().rows(), one.getValue().rows()))
                .limit(4)
                .map(entry -> entry.getKey() + " " + entry.getValue().rows() / TIMES)
                .collect(Collectors.joining(", "));
        System.out.println("| `%s` | %d | %d | %.0f ms | %s |"
                .formatted(
                        path,
                        read.values().stream().mapToLong(Count::rows).sum() / TIMES,
                        read.values().stream().mapToLong(Count::blocks).sum() / TIMES,
                        LongStream.of(times).sorted().toArray()[TIMES / 2] / 1e6,
                        most));
    }
}
