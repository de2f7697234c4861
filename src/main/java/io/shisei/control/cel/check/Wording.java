package io.shisei.control.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.CelSelect;
import io.shisei.control.cel.check.Content.Fields;
import io.shisei.control.cel.check.Content.Items;
import io.shisei.control.cel.check.Content.Table;
import io.shisei.control.cel.check.Content.Text;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows texts through a checked expression, and notes those that are compared with an enumeration without the word. */
public final class Wording {

    private static final int ROUNDS = 3;

    private final Map<String, FieldType> functions;
    private final Dictionary dictionary;
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private final Content result;
    private boolean silent;

    /**
     * Looks through an expression.
     *
     * @param variables what the variables in scope hold; those left out may hold anything
     * @param functions what functions give that are not CEL's own
     */
    public Wording(
            CelAbstractSyntaxTree ast,
            Map<String, Content> variables,
            Map<String, FieldType> functions,
            Dictionary dictionary) {
        this.functions = functions;
        this.dictionary = dictionary;
        this.result = visit(ast.getExpr(), variables);
    }

    public Set<Remark> remarks() {
        return remarks;
    }

    /** What the expression's value holds. */
    public Content result() {
        return result;
    }

    private Content visit(CelExpr expr, Map<String, Content> scope) {
        return switch (expr.getKind()) {
            case NOT_SET -> Content.OPEN;
            case CONSTANT -> constant(expr);
            case IDENT -> scope.getOrDefault(expr.ident().name(), Content.OPEN);
            case SELECT -> select(expr, expr.select(), scope);
            case CALL -> call(expr.call(), scope);
            case LIST -> new Items(any(expr.list().elements(), scope));
            case MAP -> map(expr.map(), scope);
            case STRUCT -> {
                expr.struct().entries().forEach(entry -> visit(entry.value(), scope));
                yield Content.OPEN;
            }
            case COMPREHENSION -> loop(expr.comprehension(), scope);
        };
    }

    private static Content constant(CelExpr expr) {
        return expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Text.literal(expr.constant().stringValue(), expr.id())
                : Content.OPEN;
    }

    private Content select(CelExpr expr, CelSelect select, Map<String, Content> scope) {
        var selected = step(visit(select.operand(), scope), Text.literal(select.field(), expr.id()), select.field());
        return select.testOnly() ? Content.OPEN : selected;
    }

    private Content step(Content container, Content key, String field) {
        if (container instanceof Fields fields) {
            var type = fields.struct().fields().get(field);
            return type == null ? Content.OPEN : Content.of(type);
        }
        return enter(container, key);
    }

    private Content enter(Content container, Content key) {
        if (container instanceof Table table) {
            compare(key, table.keys());
        }
        return container.inside();
    }

    private Content call(CelCall call, Map<String, Content> scope) {
        var operands = new ArrayList<Content>();
        call.target().ifPresent(target -> operands.add(visit(target, scope)));
        call.args().forEach(arg -> operands.add(visit(arg, scope)));
        return switch (call.function()) {
            case "_==_", "_!=_", "sets.contains", "sets.intersects", "sets.equivalent" -> {
                compare(operands.get(0), operands.get(1));
                yield Content.OPEN;
            }
            case "@in" -> {
                compare(operands.get(0), operands.get(1).each());
                yield Content.OPEN;
            }
            case "_?._" ->
                step(operands.get(0), operands.get(1), field(call.args().getLast()));
            case "_[_]", "_[?_]" -> enter(operands.get(0), operands.get(1));
            case "_?_:_" -> operands.get(1).or(operands.get(2));
            case "orValue", "or", "_+_" -> both(call.function(), operands);
            case "value", "reverse", "distinct", "sort", "slice", "optional.of" -> operands.getFirst();
            case "flatten" -> flat(operands.getFirst());
            default -> Content.of(functions.getOrDefault(call.function(), Scalar.ANY));
        };
    }

    // Texts that are put together are new ones.
    private static Content both(String function, List<Content> operands) {
        var both = operands.get(0).or(operands.get(1));
        return function.equals("_+_") && !(both instanceof Items) ? Content.OPEN : both;
    }

    private static Content flat(Content lists) {
        return lists instanceof Items outer && outer.element() instanceof Items inner ? inner : Content.OPEN;
    }

    private static String field(CelExpr constant) {
        return constant.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                        && constant.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? constant.constant().stringValue()
                : "";
    }

    private Content any(List<CelExpr> exprs, Map<String, Content> scope) {
        var all = Content.NOTHING;
        for (var expr : exprs) {
            all = all.or(visit(expr, scope));
        }
        return all;
    }

    private Content map(CelMap map, Map<String, Content> scope) {
        var keys = Content.NOTHING;
        var values = Content.NOTHING;
        for (var entry : map.entries()) {
            keys = keys.or(visit(entry.key(), scope));
            values = values.or(visit(entry.value(), scope));
        }
        return new Table(keys, values);
    }

    // What a loop gathers is known after a few silent rounds; then its parts are looked at once.
    private Content loop(CelComprehension loop, Map<String, Content> scope) {
        var inside = new HashMap<>(scope);
        inside.put(loop.iterVar(), visit(loop.iterRange(), scope).each());
        inside.put(loop.accuVar(), gathered(loop, inside, visit(loop.accuInit(), scope)));
        visit(loop.loopCondition(), inside);
        visit(loop.loopStep(), inside);
        return visit(loop.result(), inside);
    }

    private Content gathered(CelComprehension loop, Map<String, Content> scope, Content start) {
        var before = silent;
        silent = true;
        try {
            var known = start;
            for (int round = 0; round < ROUNDS; round++) {
                var inside = new HashMap<>(scope);
                inside.put(loop.accuVar(), known);
                var next = known.or(visit(loop.loopStep(), inside));
                if (next.equals(known)) {
                    return known;
                }
                known = next;
            }
            return Content.OPEN;
        } finally {
            silent = before;
        }
    }

    private void compare(Content one, Content other) {
        if (one instanceof Items some && other instanceof Items others) {
            compare(some.element(), others.element());
        } else if (one instanceof Text text && other instanceof Text words) {
            check(text, words);
            check(words, text);
        }
    }

    /** Unset texts read as an empty one, which may always be asked for. */
    private void check(Text literals, Text words) {
        if (silent || !literals.types().isEmpty() || words.types().isEmpty()) {
            return;
        }
        literals.written().forEach((text, node) -> {
            var known = text.isEmpty()
                    || words.written().containsKey(text)
                    || words.types().stream().anyMatch(type -> dictionary.knows(type, text));
            if (!known) {
                remarks.add(new Remark(
                        node, dictionary.unknown(words.types().iterator().next(), text)));
            }
        });
    }
}
