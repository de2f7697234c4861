package io.shisei.control.cel.partial;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelList;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.CelStruct;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/** The expressions that another is made of. */
final class Operands {

    private Operands() {}

    /** In the order in which they stand; those of a map are key, value, key, value. */
    static List<CelExpr> of(CelExpr expr) {
        var operands = new ArrayList<CelExpr>();
        replace(expr, operand -> {
            operands.add(operand);
            return operand;
        });
        return operands;
    }

    /** The same expression over other operands. */
    static CelExpr with(CelExpr expr, Iterator<CelExpr> operands) {
        return replace(expr, operand -> operands.next());
    }

    private static CelExpr replace(CelExpr expr, UnaryOperator<CelExpr> other) {
        return switch (expr.getKind()) {
            case NOT_SET, CONSTANT, IDENT, COMPREHENSION -> expr;
            case SELECT ->
                expr.toBuilder().setSelect(replace(expr.select(), other)).build();
            case CALL -> expr.toBuilder().setCall(replace(expr.call(), other)).build();
            case LIST -> expr.toBuilder().setList(replace(expr.list(), other)).build();
            case MAP -> expr.toBuilder().setMap(replace(expr.map(), other)).build();
            case STRUCT ->
                expr.toBuilder().setStruct(replace(expr.struct(), other)).build();
        };
    }

    private static CelSelect replace(CelSelect select, UnaryOperator<CelExpr> other) {
        return select.toBuilder().setOperand(other.apply(select.operand())).build();
    }

    private static CelCall replace(CelCall call, UnaryOperator<CelExpr> other) {
        var changed = call.toBuilder();
        call.target().map(other).ifPresent(changed::setTarget);
        for (int i = 0; i < call.args().size(); i++) {
            changed.setArg(i, other.apply(call.args().get(i)));
        }
        return changed.build();
    }

    private static CelList replace(CelList list, UnaryOperator<CelExpr> other) {
        var changed = list.toBuilder();
        for (int i = 0; i < list.elements().size(); i++) {
            changed.setElement(i, other.apply(list.elements().get(i)));
        }
        return changed.build();
    }

    private static CelMap replace(CelMap map, UnaryOperator<CelExpr> other) {
        var changed = map.toBuilder();
        for (int i = 0; i < map.entries().size(); i++) {
            var entry = map.entries().get(i);
            var key = other.apply(entry.key());
            changed.setEntry(
                    i,
                    entry.toBuilder()
                            .setKey(key)
                            .setValue(other.apply(entry.value()))
                            .build());
        }
        return changed.build();
    }

    private static CelStruct replace(CelStruct struct, UnaryOperator<CelExpr> other) {
        var changed = struct.toBuilder();
        for (int i = 0; i < struct.entries().size(); i++) {
            var entry = struct.entries().get(i);
            changed.setEntry(
                    i, entry.toBuilder().setValue(other.apply(entry.value())).build());
        }
        return changed.build();
    }
}
