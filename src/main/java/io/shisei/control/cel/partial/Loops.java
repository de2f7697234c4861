package io.shisei.control.cel.partial;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import io.shisei.control.cel.partial.Bag.Member;
import io.shisei.control.cel.partial.Bag.Presence;
import java.util.List;
import java.util.Map;

/** Evaluates loops over lists and maps of which it may not be known what all stands in them. */
record Loops(Evaluation eval) {

    // What a loop makes of an unknown number of elements is stable after two rounds; more only where causes add up.
    private static final int ROUNDS = 5;

    /** What evaluates the parts of a loop. */
    interface Evaluation {
        Object of(CelExpr expr, Scope scope);
    }

    // A loop's condition only saves time: what it would stop at, all() and exists(), stays as it is anyway.
    Object fold(CelComprehension loop, Scope scope) {
        var range = Costs.weighed(eval.of(loop.iterRange(), scope), scope);
        var members = Bag.of(range instanceof Map<?, ?> map ? List.copyOf(map.keySet()) : range);
        if (members.isEmpty()) {
            return Unknown.of(List.of(range));
        }
        var result = eval.of(loop.accuInit(), scope);
        for (var member : members.get().members()) {
            if (eval.of(loop.loopCondition(), scope.with(loop.accuVar(), result))
                    .equals(false)) {
                break;
            }
            result = next(loop, scope, result, member);
        }
        return eval.of(loop.result(), scope.with(loop.accuVar(), result));
    }

    private Object next(CelComprehension loop, Scope scope, Object before, Member member) {
        var after = step(loop, scope, before, member);
        if (member.isCertain()) {
            return after;
        }
        var result = Joining.join(Costs.weighed(before, scope), Costs.weighed(after, scope), member.causes());
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
            stable = Costs.weighed(grown, scope);
            grown = Joining.widen(stable, Joining.join(stable, step(loop, scope, stable, member), member.causes()));
        }
        return stable;
    }

    private Object step(CelComprehension loop, Scope scope, Object result, Member member) {
        return eval.of(loop.loopStep(), scope.with(loop.accuVar(), result).with(loop.iterVar(), member.value()));
    }
}
