package io.shisei.control.cel.partial;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import io.shisei.control.cel.partial.Bag.Member;
import io.shisei.control.cel.partial.Bag.Presence;
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

    // What a loop makes of an unknown number of elements is stable after two rounds; more only where causes add up.
    private static final int ROUNDS = 5;

    private final CelExpr root;
    private final KnownCalls calls;

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
            case LIST -> weighed(list(expr, operands(expr, scope)), scope);
            case MAP -> weighed(map(expr, operands(expr, scope)), scope);
            case STRUCT -> whole(expr, operands(expr, scope));
            case COMPREHENSION -> fold(expr.comprehension(), scope);
        };
    }

    private Object variable(CelExpr expr, Scope scope) {
        var value = scope.find(expr.ident().name());
        return value != null ? value : calls.call(expr, List.of()); // the name of a type
    }

    private static Costs costs(Scope scope) {
        return new Costs(scope.budget());
    }

    /** What holds other values may hold the same one many times: it is weighed before anything walks through it. */
    private static Object weighed(Object value, Scope scope) {
        costs(scope).spend(value);
        return value;
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
                weighed(eval(args.get(1), scope), scope),
                weighed(eval(args.get(2), scope), scope),
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

    // A loop's condition only saves time: what it would stop at, all() and exists(), stays as it is anyway.
    private Object fold(CelComprehension loop, Scope scope) {
        var range = weighed(eval(loop.iterRange(), scope), scope);
        var members = Bag.of(range instanceof Map<?, ?> map ? List.copyOf(map.keySet()) : range);
        if (members.isEmpty()) {
            return Unknown.of(List.of(range));
        }
        var result = eval(loop.accuInit(), scope);
        for (var member : members.get().members()) {
            if (eval(loop.loopCondition(), scope.with(loop.accuVar(), result)).equals(false)) {
                break;
            }
            result = next(loop, scope, result, member);
        }
        return eval(loop.result(), scope.with(loop.accuVar(), result));
    }

    private Object next(CelComprehension loop, Scope scope, Object before, Member member) {
        var after = step(loop, scope, before, member);
        if (member.isCertain()) {
            return after;
        }
        var result = Joining.join(weighed(before, scope), weighed(after, scope), member.causes());
        return member.presence() == Presence.ANY_NUMBER ? often(loop, scope, before, result, member) : result;
    }

    /** What a loop comes to after any number of steps with an element, the first of which made {@code result}. */
    private Object often(CelComprehension loop, Scope scope, Object before, Object result, Member member) {
        var stable = before;
        var grown = Joining.widen(before, result);
        for (int round = 0; !grown.equals(stable); round++) {
            if (round == ROUNDS) {
                return Unknown.of(List.of(grown));
            }
            stable = weighed(grown, scope);
            grown = Joining.widen(stable, Joining.join(stable, step(loop, scope, stable, member), member.causes()));
        }
        return stable;
    }

    private Object step(CelComprehension loop, Scope scope, Object result, Member member) {
        return eval(loop.loopStep(), scope.with(loop.accuVar(), result).with(loop.iterVar(), member.value()));
    }
}
