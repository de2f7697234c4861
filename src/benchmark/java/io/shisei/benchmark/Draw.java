package io.shisei.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Draws what is asked for from what a database has, the same for the same seed. */
final class Draw {

    private static final String SAMPLE = """
            select %1$s from %2$s tablesample system (%3$s) repeatable (%4$d) limit 20000
            """;

    private int seed;
    private Random random;
    private final Map<String, Supplier<String>> kinds = new TreeMap<>();

    Draw(Database database, int seed) throws SQLException {
        this.seed = seed;
        random = new Random(seed);
        var words = strings(database, "select word from years.word");
        var controls = strings(database, "select control_id from finding_sum where account_id is null order by 1");
        any("account", strings(database, "select id from account order by 1"));
        any(
                "ou",
                strings(
                        database,
                        "select distinct ou from account where ou is not null union"
                                + " select distinct substr(ou, 1, strpos(substr(ou, 2), '/')) from account where ou is not null order by 1"));
        any("control", controls);
        any("service", strings(database, "select distinct split_part(control_id, '.', 1) from finding_sum order by 1"));
        any("type", strings(database, "select distinct type from years.mold where findings > 0 order by 1"));
        any("region", strings(database, "select unnest(years.regions())"));
        any("schedule", strings(database, "select id from schedule"));
        any("suppression", strings(database, "select id from suppression order by 1"));
        any("scan", strings(database, "select id from scan where queued_at > current_date - 60 order by 1"));
        any("resource", sample(database, "id", "resource", seed));
        any("arn", sample(database, "arn", "resource", seed));
        any("finding", sample(database, "id", "finding", seed));
        any("severity", List.of("CRITICAL", "HIGH", "MEDIUM", "LOW"));
        kinds.put("person", () -> of("me", "none", "person-" + random.nextInt(30)));
        kinds.put(
                "q",
                () -> random.nextBoolean()
                        ? of(words)
                                + (random.nextBoolean() ? "" : "-" + Integer.toHexString(1 + random.nextInt(20_000)))
                        : of(controls));
        kinds.put("day", () -> ago(1 + random.nextInt(30)));
        kinds.put("day90", () -> ago(80 + random.nextInt(10)));
        kinds.put("today", () -> ago(0));
    }

    private static List<String> sample(Database database, String column, String table, int seed) throws SQLException {
        var share = database.value("select least(100, 2000000.0 / greatest(1, reltuples)) from pg_class where oid = '"
                + table + "'::regclass");
        return strings(database, SAMPLE.formatted(column, table, share, seed));
    }

    private static List<String> strings(Database database, String sql) throws SQLException {
        return database.rows(sql).stream().map(List::getFirst).toList();
    }

    private void any(String kind, List<String> values) {
        kinds.put(kind, () -> of(values));
    }

    private String of(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String of(String... values) {
        return of(List.of(values));
    }

    private static String ago(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days).toString();
    }

    /** From now on the same as in the beginning. */
    void begin() {
        random = new Random(seed);
    }

    /** From now on others than in the beginning. */
    void beginAnew() {
        seed++;
        begin();
    }

    /** One of a kind, or of several words between bars, as addresses write it. */
    String one(String kind) {
        var value = kind.contains("|") ? of(kind.split("\\|")) : kinds.get(kind).get();
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
