package io.shisei.control.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows values through a checked expression back to the document. A path is the list of fields that were selected;
 * going into the elements of a list adds no step, an unknown key of a map adds {@link #ANY_KEY}.
 */
final class Origins {

    static final String ANY_KEY = "*";
    private static final String INDEX = "_[_]";
    private static final String OPTIONAL_INDEX = "_[?_]";
    private static final String OPTIONAL_SELECT = "_?._";

    private final CelAbstractSyntaxTree ast;
    private final Set<List<String>> reads = new HashSet<>();
    private final Set<List<String>> result;

    /** @param variables the paths that the variables in scope stand for; the document itself is the empty path */
    Origins(CelAbstractSyntaxTree ast, Map<String, Set<List<String>>> variables) {
        this.ast = ast;
        this.result = visit(ast.getExpr(), variables);
    }

    /** Every path that is selected anywhere in the expression. */
    Set<List<String>> reads() {
        return reads;
    }

    /** The paths that the expression's value may come from. */
    Set<List<String>> result() {
        return result;
    }

    private Set<List<String>> visit(CelExpr expr, Map<String, Set<List<String>>> scope) {
        return switch (expr.getKind()) {
            case NOT_SET, CONSTANT -> Set.of();
            case IDENT -> scope.getOrDefault(expr.ident().name(), Set.of());
            case SELECT ->
                step(visit(expr.select().operand(), scope), expr.select().field());
            case CALL -> visitCall(expr, expr.call(), scope);
            case LIST -> union(expr.list().elements(), scope);
            case STRUCT -> {
                expr.struct().entries().forEach(entry -> visit(entry.value(), scope));
                yield Set.of();
            }
            case MAP -> {
                expr.map().entries().forEach(entry -> union(List.of(entry.key(), entry.value()), scope));
                yield Set.of();
            }
            case COMPREHENSION -> visitComprehension(expr.comprehension(), scope);
        };
    }

    private Set<List<String>> visitCall(CelExpr expr, CelCall call, Map<String, Set<List<String>>> scope) {
        var operands = new ArrayList<CelExpr>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        return switch (call.function()) {
            case OPTIONAL_SELECT -> step(visit(operands.getFirst(), scope), key(operands.get(1)));
            case INDEX, OPTIONAL_INDEX -> visitIndex(operands.getFirst(), operands.get(1), scope);
            default -> {
                var origins = new HashSet<List<String>>();
                for (var operand : operands) {
                    var from = visit(operand, scope);
                    origins.addAll(holdsParts(operand) ? from : Set.of());
                }
                yield holdsParts(expr) ? origins : Set.of();
            }
        };
    }

    private Set<List<String>> visitIndex(CelExpr container, CelExpr key, Map<String, Set<List<String>>> scope) {
        var origins = visit(container, scope);
        visit(key, scope);
        var list = ast.getType(container.id()).filter(type -> type.kind() == CelKind.LIST);
        return list.isPresent() ? origins : step(origins, key(key));
    }

    private Set<List<String>> visitComprehension(CelComprehension loop, Map<String, Set<List<String>>> scope) {
        var range = visit(loop.iterRange(), scope);
        var map = ast.getType(loop.iterRange().id()).filter(type -> type.kind() == CelKind.MAP);
        var start = visit(loop.accuInit(), scope);
        var inside = new HashMap<>(scope);
        inside.put(loop.iterVar(), map.isPresent() ? Set.of() : range);
        inside.put(loop.accuVar(), start);
        visit(loop.loopCondition(), inside);
        var step = visit(loop.loopStep(), inside);
        inside.put(loop.accuVar(), both(start, step));
        return visit(loop.result(), inside);
    }

    /** Whether the value can still be taken apart: a number or a truth that a function made of a part cannot. */
    private boolean holdsParts(CelExpr expr) {
        return ast.getType(expr.id())
                .map(type -> switch (type.kind()) {
                    case BOOL, INT, UINT, DOUBLE, STRING, BYTES, TIMESTAMP, DURATION -> false;
                    default -> true;
                })
                .orElse(true);
    }

    private Set<List<String>> union(Iterable<CelExpr> exprs, Map<String, Set<List<String>>> scope) {
        var all = new HashSet<List<String>>();
        exprs.forEach(expr -> all.addAll(visit(expr, scope)));
        return all;
    }

    private Set<List<String>> step(Set<List<String>> origins, String field) {
        var next = new HashSet<List<String>>();
        for (var origin : origins) {
            var path = new ArrayList<>(origin);
            path.add(field);
            next.add(List.copyOf(path));
        }
        reads.addAll(next);
        return next;
    }

    private static String key(CelExpr key) {
        return Optional.of(key)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
                .map(CelExpr::constant)
                .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
                .map(CelConstant::stringValue)
                .orElse(ANY_KEY);
    }

    private static Set<List<String>> both(Set<List<String>> first, Set<List<String>> second) {
        var all = new HashSet<>(first);
        all.addAll(second);
        return all;
    }
}
