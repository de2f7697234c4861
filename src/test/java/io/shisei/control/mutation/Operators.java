package io.shisei.control.mutation;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What else a node of an expression might have been: the faults that a writer makes. */
record Operators(Texts texts) {

    private static final Set<String> JOINING = Set.of("_&&_", "_||_");
    private static final Set<String> NEGATED_IN_PARTS = Set.of("_&&_", "_||_", "!_", "_?_:_");
    private static final Map<String, List<String>> COMPARISONS = Map.of(
            "_==_", List.of("_!=_"),
            "_!=_", List.of("_==_"),
            "_<_", List.of("_<=_", "_>=_"),
            "_<=_", List.of("_<_", "_>_"),
            "_>_", List.of("_>=_", "_<=_"),
            "_>=_", List.of("_>_", "_<_"));
    private static final Map<String, String> QUANTIFIERS =
            Map.of("exists", "all", "all", "exists", "exists_one", "exists");

    /** Other nodes in the place of this one; {@code truth}: it is known to be true or false. */
    Stream<CelExpr> of(CelExpr node, boolean truth) {
        var changed = switch (node.getKind()) {
            case CALL -> call(node);
            case LIST -> withoutOne(node);
            case CONSTANT -> new Constants(texts).of(node);
            default -> Stream.<CelExpr>empty();
        };
        return truth && isNegatable(node) ? Stream.concat(Stream.of(not(node)), changed) : changed;
    }

    /** Which of the parts are known to be true or false, where the node itself is or is not. */
    static List<Boolean> truths(CelExpr node, boolean truth) {
        var count = Tree.parts(node).size();
        return IntStream.range(0, count)
                .mapToObj(part -> isTruth(Tree.function(node), part, truth))
                .toList();
    }

    private static boolean isTruth(String function, int part, boolean truth) {
        return switch (function) {
            case "_&&_", "_||_" -> true;
            case "_?_:_" -> part == 0 || truth;
            case "exists", "all", "exists_one", "filter" -> part == 2;
            default -> false;
        };
    }

    private static Stream<CelExpr> call(CelExpr node) {
        var function = node.call().function();
        var parts = Tree.parts(node);
        if (JOINING.contains(function)) {
            return IntStream.of(0, 1)
                    .filter(dropped -> !Tree.function(parts.get(dropped)).equals(function))
                    .mapToObj(dropped -> parts.get(1 - dropped));
        }
        return switch (function) {
            case "_+_" -> parts.reversed().stream();
            case "!_" -> parts.stream();
            case "filter" -> parts.stream().limit(1);
            default -> renamed(node, parts);
        };
    }

    private static Stream<CelExpr> renamed(CelExpr node, List<CelExpr> parts) {
        var function = node.call().function();
        var quantifier = QUANTIFIERS.get(function);
        return quantifier == null
                ? COMPARISONS.getOrDefault(function, List.of()).stream().map(other -> Tree.call(node, other, parts))
                : Stream.of(Tree.call(node, quantifier, parts));
    }

    private static Stream<CelExpr> withoutOne(CelExpr list) {
        var members = Tree.parts(list);
        return IntStream.range(0, members.size()).mapToObj(dropped -> {
            var left = new ArrayList<>(members);
            left.remove(dropped);
            return Tree.with(list, left);
        });
    }

    /** Comparisons have their opposites, and what is joined is negated in its parts. */
    private static boolean isNegatable(CelExpr node) {
        var function = Tree.function(node);
        return !COMPARISONS.containsKey(function) && !NEGATED_IN_PARTS.contains(function);
    }

    private static CelExpr not(CelExpr node) {
        return CelExpr.ofCall(0, Optional.empty(), "!_", ImmutableList.of(node));
    }
}
