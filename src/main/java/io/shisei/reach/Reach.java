package io.shisei.reach;

import java.util.Collection;
import java.util.List;

/** Whether the internet reaches a resource as far as the inventory shows, and what shows it. */
public record Reach(Answer answer, List<Fact> facts) {

    /** From open to blocked: the most blocked place of a way decides, and the most open of several ways. */
    public enum Answer {
        REACHABLE,
        UNKNOWN,
        NOT_REACHABLE
    }

    /** One way: what blocks it at one place blocks it as a whole, and only what is known everywhere is certain. */
    static Reach way(Collection<Fact> facts) {
        var answer = facts.stream().map(Fact::answer).max(Answer::compareTo).orElse(Answer.UNKNOWN);
        return new Reach(
                answer,
                answer == Answer.NOT_REACHABLE
                        ? facts.stream().filter(fact -> fact.answer() == answer).toList()
                        : List.copyOf(facts));
    }

    static Reach way(Fact... facts) {
        return way(List.of(facts));
    }

    /** Several ways: one is enough, and all must be blocked. */
    static Reach anyOf(List<Reach> ways) {
        var answer = ways.stream().map(Reach::answer).min(Answer::compareTo).orElse(Answer.UNKNOWN);
        return new Reach(
                answer,
                ways.stream()
                        .filter(way -> way.answer() == answer)
                        .flatMap(way -> way.facts().stream())
                        .distinct()
                        .toList());
    }
}
