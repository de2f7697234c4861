package io.shisei.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times from a kill until another worker has what the killed one had leased. */
final class Recoveries {

    private record Lost(String worker, long at) {}

    private final Database database;
    private final Map<String, Lost> lost = new ConcurrentHashMap<>();
    private final List<Double> seconds = Collections.synchronizedList(new ArrayList<>());

    Recoveries(Database database) {
        this.database = database;
    }

    /** Answers how many tasks {@code worker} had when it was killed. */
    int lost(String worker) {
        var at = System.nanoTime();
        var had = 0;
        for (var entry : holders().entrySet()) {
            if (entry.getValue().equals(worker)) {
                lost.put(entry.getKey(), new Lost(worker, at));
                had++;
            }
        }
        return had;
    }

    /** Looks which of the lost tasks are in other hands, or done. */
    void look() {
        if (lost.isEmpty()) {
            return;
        }
        var holders = holders();
        if (holders.containsKey("the database is down")) {
            return;
        }
        lost.forEach((task, loss) -> {
            var holder = holders.get(task);
            if (holder == null || !holder.equals(loss.worker()) && !holder.equals("nobody")) {
                seconds.add((System.nanoTime() - loss.at()) / 1e9);
                lost.remove(task);
            }
        });
    }

    private Map<String, String> holders() {
        try {
            var holders = new HashMap<String, String>();
            database.rows("select task_instance, case when picked then picked_by else 'nobody' end from scheduled_tasks"
                            + " where task_name in ('scan', 'scan-unit')")
                    .forEach(row -> holders.put(row.get(0), row.get(1)));
            return holders;
        } catch (SQLException e) {
            return Map.of("the database is down", "");
        }
    }

    String describe() {
        var sorted = seconds.stream().sorted().toList();
        return sorted.isEmpty()
                ? "none"
                : "%d, median %.0f s, longest %.0f s"
                        .formatted(sorted.size(), sorted.get(sorted.size() / 2), sorted.getLast());
    }
}
