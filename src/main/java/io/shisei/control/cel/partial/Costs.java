package io.shisei.control.cel.partial;

import com.google.protobuf.ByteString;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.shisei.control.cel.value.StructView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What functions take, by the weight of their arguments: a character weighs one, a member of a list or map sixteen. */
final class Costs {

    private static final long MEMBER = 16;
    private static final long STATES_OF_A_STEP = 64;
    private static final long PAIRS_OF_A_STEP = 4096;

    /** They hold each part of the one against each part of the other. */
    private static final Set<String> PAIRWISE = Set.of(
            "contains",
            "indexOf",
            "lastIndexOf",
            "overlaps",
            "covers",
            "distinct",
            "sort",
            "sets.contains",
            "sets.equivalent",
            "sets.intersects");

    /** What they make is as large as their arguments multiplied. */
    private static final Set<String> GROWING = Set.of("replace", "join");

    private final Budget budget;

    Costs(Budget budget) {
        this.budget = budget;
    }

    /** What holds other values may hold the same one many times: it is weighed before anything walks through it. */
    static Object weighed(Object value, Scope scope) {
        new Costs(scope.budget()).spend(value);
        return value;
    }

    /** @throws Budget.Spent when the function would take more than is left */
    void spend(String function, List<?> arguments) {
        if (function.equals("lists.range") && arguments.getFirst() instanceof Long members) {
            budget.spend(Math.max(0, members));
        } else if (function.equals("matches") && arguments.getLast() instanceof String pattern) {
            budget.spend(weight(arguments.getFirst()) * states(pattern) / STATES_OF_A_STEP);
        } else {
            budget.spend(
                    steps(function, arguments.stream().mapToLong(this::weight).toArray()));
        }
    }

    /** At each character of a text a pattern may be in each of its states. */
    private static long states(String pattern) {
        try {
            return pattern.contains("{") ? Pattern.compile(pattern).programSize() : 2L * pattern.length();
        } catch (PatternSyntaxException malformed) {
            return 1;
        }
    }

    /** Of a value that is walked through once. */
    void spend(Object value) {
        budget.spend(weight(value) / MEMBER);
    }

    /** Of a value that is copied, but not what stands in it. */
    void spendShallow(Object value) {
        budget.spend(
                switch (value) {
                    case List<?> list -> list.size();
                    case Map<?, ?> map -> map.size();
                    case Bag bag -> bag.members().size();
                    default -> 0;
                });
    }

    private static long steps(String function, long[] weights) {
        if (PAIRWISE.contains(function)) {
            return product(weights.length == 1 ? new long[] {weights[0], weights[0]} : weights) / PAIRS_OF_A_STEP;
        }
        var sum = 0L;
        for (var weight : weights) {
            sum += weight;
        }
        return (GROWING.contains(function) ? product(weights) : sum) / MEMBER;
    }

    private static long product(long[] weights) {
        var product = 1L;
        for (var weight : weights) {
            var factor = Math.max(1, weight);
            product = factor > Long.MAX_VALUE / product ? Long.MAX_VALUE : product * factor;
        }
        return product;
    }

    /** A value may hold the same thing many times over: the walk ends where no budget would last. */
    private long weight(Object value) {
        var most = budget.left() * MEMBER + MEMBER;
        return weight(value, most);
    }

    private long weight(Object value, long most) {
        var weight = switch (value) {
            case String text -> text.length();
            case ByteString bytes -> bytes.size();
            case List<?> list -> members(list, most);
            case Map<?, ?> map -> members(map.keySet(), most / 2) + members(map.values(), most / 2);
            case StructView struct -> members(struct.fields().values(), most);
            case Optional<?> optional ->
                optional.map(inner -> weight(inner, most)).orElse(1L);
            case Bag bag ->
                members(bag.members().stream().map(Bag.Member::value).toList(), most);
            case Entries some -> weight(some.known(), most);
            default -> 1;
        };
        if (weight > most) {
            budget.spend(budget.left() + 1);
        }
        return weight;
    }

    private long members(Iterable<?> members, long most) {
        var weight = 0L;
        for (var member : members) {
            weight += MEMBER + weight(member, most - weight);
        }
        return weight;
    }
}
