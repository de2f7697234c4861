package io.shisei.control.cel.partial;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression evaluated as far as it goes. Its value is right whatever the unknown values turn out to be, and is
 * itself {@link Uncertain} where it hangs on them: {@code false && unknown} is false, a list filtered by something
 * unknown still holds what is proven to stay in it. An error is an unknown value, too. Safe to share between threads.
 */
public final class PartialProgram {

    private final CelExpr root;
    private final KnownCalls calls;
    private final Loops loops = new Loops(this::eval);

    /** @param ast a checked expression */
    public PartialProgram(Cel cel, CelAbstractSyntaxTree ast) {
        this.root = ast.getExpr();
        this.calls = new KnownCalls(cel, ast);
    }

    /** @throws Budget.Spent when it takes more than the scope's budget */
    public Object eval(Scope scope) {
        var value = eval(root, scope);
        costs(scope).spend(value);
        return value;
    }

    private Object eval(CelExpr expr, Scope scope) {
        scope.budget().spend(1);
        return switch (expr.getKind()) {
            case NOT_SET -> throw new IllegalStateException("an expression is missing");
            case CONSTANT -> calls.call(expr, List.of());
            case IDENT -> variable(expr, scope);
            case SELECT -> select(expr, eval(expr.select().operand(), scope), scope);
            case CALL -> call(expr, scope);
            case LIST -> Costs.weighed(list(expr, operands(expr, scope)), scope);
            case MAP -> Costs.weighed(map(expr, operands(expr, scope)), scope);
            case STRUCT -> whole(expr, operands(expr, scope));
            case COMPREHENSION -> loops.fold(expr.comprehension(), scope);
        };
    }

    private Object variable(CelExpr expr, Scope scope) {
        var value = scope.find(expr.ident().name());
        return value != null ? value : calls.call(expr, List.of()); // the name of a type
    }

    private static Costs costs(Scope scope) {
        return new Costs(scope.budget());
    }

    private Object select(CelExpr expr, Object operand, Scope scope) {
        if (operand instanceof Map<?, ?>) {
            costs(scope).spend(operand);
        }
        var value = select(expr, operand);
        costs(scope).spendShallow(value);
        return value;
    }

    private Object select(CelExpr expr, Object operand) {
        var field = expr.select().field();
        if (operand instanceof PartlyRead structure && structure.unread(field) instanceof String cause) {
            return expr.select().testOnly() ? Unknown.because(cause) : unread(structure, field, cause);
        }
        if (operand instanceof Map<?, ?> map && !Uncertain.isKnown(map) && map.get(field) instanceof Object value) {
            return expr.select().testOnly() ? true : value;
        }
        return whole(expr, List.of(operand));
    }

    private static Object unread(PartlyRead structure, String field, String cause) {
        return switch (structure.known(field)) {
            case List<?> members -> Bag.incomplete(members, cause);
            case Map<?, ?> entries -> new Entries(entries, cause);
            case null -> Unknown.because(cause);
            default -> Unknown.because(cause);
        };
    }

    private Object call(CelExpr expr, Scope scope) {
        var args = expr.call().args();
        return switch (expr.call().function()) {
            case "_&&_" -> decide(args, false, scope);
            case "_||_" -> decide(args, true, scope);
            case "_?_:_" -> choose(args, scope);
            case "@not_strictly_false" -> !eval(args.getFirst(), scope).equals(false);
            case "orValue" -> {
                var target = eval(expr.call().target().orElseThrow(), scope);
                yield target instanceof Optional<?> optional && optional.isPresent()
                        ? optional.get()
                        : apply(expr, List.of(target, eval(args.getFirst(), scope)), scope);
            }
            default -> apply(expr, operands(expr, scope), scope);
        };
    }

    /** The value of {@code &&} and {@code ||}: one decisive operand is enough. */
    private Object decide(List<CelExpr> args, boolean decisive, Scope scope) {
        var open = new ArrayList<Object>();
        for (var arg : args) {
            var value = eval(arg, scope);
            if (value.equals(decisive)) {
                return decisive;
            }
            if (!(value instanceof Boolean)) {
                open.add(truth(value));
            }
        }
        return open.isEmpty() ? (Object) !decisive : Unknown.of(open);
    }

    private Object choose(List<CelExpr> args, Scope scope) {
        var condition = eval(args.getFirst(), scope);
        if (condition instanceof Boolean truth) {
            return eval(args.get(truth ? 1 : 2), scope);
        }
        return Joining.join(
                Costs.weighed(eval(args.get(1), scope), scope),
                Costs.weighed(eval(args.get(2), scope), scope),
                truth(condition).causes());
    }

    private static Uncertain truth(Object value) {
        return value instanceof Uncertain uncertain
                ? uncertain
                : Unknown.because("expected true or false, but found " + value);
    }

    private Object apply(CelExpr expr, List<Object> operands, Scope scope) {
        costs(scope).spend(expr.call().function(), operands);
        var value = apply(expr, operands);
        costs(scope).spendShallow(value);
        return value;
    }

    private Object apply(CelExpr expr, List<Object> operands) {
        var function = expr.call().function();
        if (function.equals("_?._") && operands.getFirst() instanceof PartlyRead structure) {
            var cause = structure.unread(operands.get(1).toString());
            return cause == null
                    ? calls.call(expr, operands)
                    : Unknown.because(cause); // of an optional nothing is known
        }
        return Uncertain.allKnown(operands)
                ? calls.call(expr, operands)
                : Estimates.of(function, operands, (one, other) -> calls.call(expr, List.of(one, other)));
    }

    private Object list(CelExpr expr, List<Object> operands) {
        return expr.list().optionalIndices().isEmpty() ? operands : whole(expr, operands);
    }

    private Object map(CelExpr expr, List<Object> operands) {
        var map = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < operands.size(); i += 2) {
            map.put(operands.get(i), operands.get(i + 1));
        }
        var isPlain = Uncertain.allKnown(map.keySet())
                && map.size() * 2 == operands.size()
                && expr.map().entries().stream().noneMatch(entry -> entry.optionalEntry());
        return isPlain ? map : whole(expr, operands);
    }

    private Object whole(CelExpr expr, List<Object> operands) {
        return Uncertain.allKnown(operands) ? calls.call(expr, operands) : Unknown.of(operands);
    }

    private List<Object> operands(CelExpr expr, Scope scope) {
        return Operands.of(expr).stream().map(operand -> eval(operand, scope)).toList();
    }
}
