package io.shisei.control.mutation;

import com.google.common.collect.Sets;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a condition notes of its violations without reading it again: what the list of them is mapped to at last, and
 * entries of maps, such as {@code {'Sid': s.Sid}}, whose key is selected nowhere. They decide nothing, so that a mutant of
 * them is the same condition.
 */
final class Notes {

    private Notes() {}

    /** The nodes of such notes in the expressions of one condition. */
    static Set<CelExpr> of(Map<String, Written> condition) {
        var violations = condition.get("violations");
        return violations == null
                ? inEntries(condition.values())
                : Sets.union(
                        inEntries(condition.values()), ofEach(violations.tree()).collect(Collectors.toSet()));
    }

    private static Stream<CelExpr> ofEach(CelExpr list) {
        var parts = Tree.parts(list);
        if (list.getKind() == Kind.LIST) {
            return parts.stream();
        }
        return switch (Tree.function(list)) {
            case "map" -> Stream.of(parts.getLast());
            case "flatten" -> lists(parts.getFirst()).flatMap(Notes::ofEach);
            case "_+_" -> parts.stream().flatMap(Notes::ofEach);
            case "_?_:_" -> parts.stream().skip(1).flatMap(Notes::ofEach);
            default -> Stream.empty();
        };
    }

    private static Stream<CelExpr> lists(CelExpr lists) {
        var parts = Tree.parts(lists);
        if (lists.getKind() == Kind.LIST) {
            return parts.stream();
        }
        return Tree.function(lists).equals("map") ? Stream.of(parts.getLast()) : Stream.empty();
    }

    private static Set<CelExpr> inEntries(Collection<Written> condition) {
        var trees = condition.stream().map(Written::tree).toList();
        var noted = trees.stream()
                .flatMap(Tree::all)
                .flatMap(Notes::entries)
                .filter(entry -> isText(entry.key()))
                .collect(Collectors.toSet());
        while (noted.removeAll(read(trees, noted))) {
            // what an entry reads may be the key of another
        }
        return nodes(noted);
    }

    private static Set<CelMap.Entry> read(Collection<CelExpr> trees, Set<CelMap.Entry> noted) {
        var hidden = nodes(noted);
        var selected = trees.stream()
                .flatMap(tree -> Tree.all(tree, hidden))
                .filter(node -> node.getKind() == Kind.SELECT)
                .map(node -> node.select().field())
                .collect(Collectors.toSet());
        return noted.stream()
                .filter(entry -> selected.contains(entry.key().constant().stringValue()))
                .collect(Collectors.toSet());
    }

    private static Set<CelExpr> nodes(Set<CelMap.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                .collect(Collectors.toSet());
    }

    private static Stream<CelMap.Entry> entries(CelExpr node) {
        return node.getKind() == Kind.MAP ? node.map().entries().stream() : Stream.empty();
    }

    private static boolean isText(CelExpr node) {
        return node.getKind() == Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }
}
