package io.shisei.control.mutation;

import com.google.common.collect.Sets;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All mutants of one expression, each of which differs from it in one place. */
final class Mutants {

    private final Operators operators;
    private final Written written;
    private final Set<CelExpr> untouched;
    private final Set<String> seen = new HashSet<>();
    private final List<Mutant> found = new ArrayList<>();

    /** @param line and column count from 1 */
    record Mutant(int line, int column, String original, String changed, String text) {}

    private Mutants(Operators operators, Written written, Set<CelExpr> untouched) {
        this.operators = operators;
        this.written = written;
        this.untouched = Sets.union(untouched, optionalFields(written.tree()));
        seen.add(Written.text(written.tree()));
    }

    /** @param untouched nodes that stay as they are */
    static List<Mutant> of(Written written, Operators operators, Set<CelExpr> untouched) {
        return new Mutants(operators, written, untouched).all();
    }

    /** In {@code a.?b} the tree has {@code b} as a text. */
    private static Set<CelExpr> optionalFields(CelExpr tree) {
        return Tree.all(tree)
                .filter(node -> Tree.function(node).equals("_?._"))
                .map(node -> node.call().args().getLast())
                .collect(Collectors.toSet());
    }

    private List<Mutant> all() {
        visit(written.tree(), true, tree -> tree);
        return found;
    }

    private void visit(CelExpr node, boolean truth, Place place) {
        if (untouched.contains(node)) {
            return;
        }
        operators.of(node, truth).forEach(other -> add(node, other, place));
        var parts = Tree.parts(node);
        var truths = Operators.truths(node, truth);
        for (int i = 0; i < parts.size(); i++) {
            var at = i;
            visit(parts.get(i), truths.get(i), part -> {
                var others = new ArrayList<>(parts);
                others.set(at, part);
                return place.filledWith(Tree.with(node, others));
            });
        }
    }

    private void add(CelExpr node, CelExpr other, Place place) {
        var text = Written.text(place.filledWith(other));
        if (seen.add(text)) {
            var at = written.place(node);
            found.add(new Mutant(at.getLine(), at.getColumn() + 1, Written.text(node), Written.text(other), text));
        }
    }

    /** The expression with a hole. */
    private interface Place {
        CelExpr filledWith(CelExpr part);
    }
}
