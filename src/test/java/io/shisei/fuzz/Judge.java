package io.shisei.fuzz;

import io.shisei.test.Description;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts the answers to attacks, and keeps those that should not have been. */
final class Judge {

    private static final int KEPT = 20;

    /** HTTP itself asks for these: a transfer encoding, or a version, that is not known. */
    private static final Set<Integer> HONEST = Set.of(501, 505);

    private final Map<Integer, Integer> byStatus = new TreeMap<>(); // 0: no answer
    private int hangs;
    private final List<String> faults = new ArrayList<>();
    private final Description description;
    private int count;

    Judge(Description description) {
        this.description = description;
    }

    synchronized void judge(Attack attack, Wire.Answer answer) {
        count++;
        byStatus.merge(answer.status(), 1, Integer::sum);
        if (answer.hung()) {
            hangs++;
            fault("hangs", attack, answer);
        } else if (answer.status() >= 500 && !HONEST.contains(answer.status())) {
            fault("fails", attack, answer);
        } else if (attack.ofApi() && answer.status() >= 400 && !isProblem(attack, answer)) {
            fault("is no problem+json", attack, answer);
        } else if (answer.has("location: http")) {
            fault("leads to where a header says", attack, answer);
        } else if (attack.ofApi()
                && answer.status() != 0
                && !asDescribed(attack, answer).isEmpty()) {
            fault("is not as described (" + asDescribed(attack, answer) + ")", attack, answer);
        } else if (showsInside(attack, answer)) {
            fault("shows its inside", attack, answer);
        }
    }

    private List<String> asDescribed(Attack attack, Wire.Answer answer) {
        var nothing = attack.method().equals("HEAD") || answer.has("content-type: text/event-stream");
        return nothing
                ? List.of()
                : description.violations(attack.method(), attack.path(), answer.status(), answer.type(), answer.body());
    }

    /** Metrics may: they count by classes of exceptions, for those who have logged in. */
    private static boolean showsInside(Attack attack, Wire.Answer answer) {
        return answer.body().contains("\tat ")
                || answer.body().contains("Exception") && !attack.path().equals("/actuator/prometheus");
    }

    private static boolean isProblem(Attack attack, Wire.Answer answer) {
        return answer.has("content-type: application/problem+json")
                || attack.method().equals("HEAD");
    }

    private void fault(String what, Attack attack, Wire.Answer answer) {
        if (faults.size() < KEPT) {
            faults.add("%s: %s%n-> %s%n%s".formatted(what, attack, answer.head(), start(answer.body())));
        }
    }

    private static String start(String body) {
        return body.substring(0, Math.min(body.length(), 2000));
    }

    synchronized List<String> faults() {
        return faults;
    }

    @Override
    public synchronized String toString() {
        return "%d requests, by class %s, by status %s; 5xx that HTTP itself does not ask for: %d, hangs: %d"
                .formatted(count, byClass(), byStatus, failures(), hangs);
    }

    private Map<String, Integer> byClass() {
        var classes = new TreeMap<String, Integer>();
        byStatus.forEach((status, n) -> classes.merge(status == 0 ? "none" : status / 100 + "xx", n, Integer::sum));
        return classes;
    }

    private int failures() {
        return byStatus.entrySet().stream()
                .filter(it -> it.getKey() >= 500 && !HONEST.contains(it.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
