package io.shisei.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times answers, and counts the rows that they read. */
record YearsOfAnswers(Database database, Draw draw, Answers answers, boolean countsRows) {

    /** What answers are to be within, 95 of 100. */
    private static final double AIM = 100;

    /** Rows and entries of indexes; the queue of tasks is read all the time. */
    private static final String READ = """
            select sum(seq_tup_read + coalesce(entries, 0))::bigint
            from pg_stat_user_tables
            left join (select relid, sum(idx_tup_read) as entries from pg_stat_user_indexes group by relid) as i using (relid)
            where relname not in ('scheduled_tasks', 'spring_session')
            """;

    private record Timed(Question question, double median, double slow, String slowest, long rows) {}

    void print(List<Question> questions, int times) throws Exception {
        System.out.println("| asked | p50 | p95 | rows read | slowest |\n|---|---|---|---|---|");
        var all = new ArrayList<Timed>();
        for (var question : questions) {
            var timed = time(question, times);
            all.add(timed);
            print(timed);
        }
        sum(all);
    }

    /** Only those that are slower than they may be. */
    void printSlow(List<Question> questions, int times) throws Exception {
        var all = new ArrayList<Timed>();
        for (var question : questions) {
            all.add(time(question, times));
        }
        System.out.println("| filters | p50 | slowest | rows read | slowest |\n|---|---|---|---|---|");
        all.stream()
                .filter(it -> it.slow() > AIM)
                .sorted(Comparator.comparing(Timed::slow).reversed())
                .forEach(YearsOfAnswers::print);
        sum(all);
    }

    private Timed time(Question question, int times) throws Exception {
        draw.begin();
        answers.time(question.drawn(draw));
        var before = rows();
        var took = new ArrayList<Long>();
        var slowest = "";
        for (int i = 0; i < times; i++) {
            var address = question.drawn(draw);
            var time = answers.time(address);
            if (took.stream().allMatch(it -> it < time)) {
                slowest = address;
            }
            took.add(time);
        }
        took.sort(Comparator.naturalOrder());
        return new Timed(
                question,
                took.get(times / 2) / 1e6,
                took.get((int) Math.ceil(times * 0.95) - 1) / 1e6,
                slowest,
                (rows() - before) / times);
    }

    /** Idle sessions tell after ten seconds what they have read. */
    private long rows() throws SQLException, InterruptedException {
        if (!countsRows) {
            return 0;
        }
        Thread.sleep(11_000);
        return Long.parseLong(database.value(READ));
    }

    private static void print(Timed timed) {
        System.out.println("| `%s` | %.0f ms | %.0f ms | %d | `%s` |"
                .formatted(timed.question().address(), timed.median(), timed.slow(), timed.rows(), timed.slowest()));
    }

    private static void sum(List<Timed> all) {
        var over = all.stream().filter(it -> it.slow() > AIM).count();
        System.out.println("%n%d asked, %d not within %.0f ms%n".formatted(all.size(), over, AIM));
    }
}
