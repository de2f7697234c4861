package io.shisei.control.mutation;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelList;
import dev.cel.common.ast.CelExpr.CelMap;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Nodes and their parts, in the order in which they are written. */
final class Tree {

    private Tree() {}

    static Stream<CelExpr> all(CelExpr node) {
        return all(node, Set.of());
    }

    /** Without these, and what is in them. */
    static Stream<CelExpr> all(CelExpr node, Set<CelExpr> hidden) {
        return hidden.contains(node)
                ? Stream.empty()
                : Stream.concat(Stream.of(node), parts(node).stream().flatMap(part -> all(part, hidden)));
    }

    static List<CelExpr> parts(CelExpr node) {
        return switch (node.getKind()) {
            case SELECT -> List.of(node.select().operand());
            case CALL -> operands(node.call());
            case LIST -> node.list().elements();
            case MAP ->
                node.map().entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            default -> List.of();
        };
    }

    /** The target of a call, if it has one, and its arguments. */
    static List<CelExpr> operands(CelCall call) {
        return Stream.concat(call.target().stream(), call.args().stream()).toList();
    }

    /** The function that the node calls; empty when it is no call. */
    static String function(CelExpr node) {
        return node.getKind() == Kind.CALL ? node.call().function() : "";
    }

    /** The same node with other parts. */
    static CelExpr with(CelExpr node, List<CelExpr> parts) {
        return switch (node.getKind()) {
            case SELECT ->
                CelExpr.ofSelect(
                        node.id(),
                        parts.getFirst(),
                        node.select().field(),
                        node.select().testOnly());
            case CALL -> call(node, node.call().function(), parts);
            case LIST ->
                node.toBuilder()
                        .setList(CelList.newBuilder().addElements(parts).build())
                        .build();
            case MAP -> map(node, parts);
            default -> node;
        };
    }

    /** The call of another function on these operands. */
    static CelExpr call(CelExpr node, String function, List<CelExpr> operands) {
        var call = CelCall.newBuilder().setFunction(function);
        var targets = node.call().target().isPresent() ? 1 : 0;
        operands.stream().limit(targets).forEach(call::setTarget);
        return node.toBuilder()
                .setCall(
                        call.addArgs(operands.subList(targets, operands.size())).build())
                .build();
    }

    private static CelExpr map(CelExpr node, List<CelExpr> parts) {
        var entries = new ArrayList<CelMap.Entry>();
        for (int i = 0; i < parts.size(); i += 2) {
            entries.add(node.map().entries().get(i / 2).toBuilder()
                    .setKey(parts.get(i))
                    .setValue(parts.get(i + 1))
                    .build());
        }
        return node.toBuilder()
                .setMap(CelMap.newBuilder().addEntries(entries).build())
                .build();
    }
}
