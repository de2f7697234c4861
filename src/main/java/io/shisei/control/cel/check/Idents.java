package io.shisei.control.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables that an expression uses. */
public record Idents(CelAbstractSyntaxTree ast) {

    private static final Set<String> DECIDING = Set.of("_&&_", "_||_", "!_", "_?_:_");

    public Set<String> names() {
        return names(CelNavigableAst.fromAst(ast).getRoot());
    }

    /** The fields of a variable that are selected. */
    public Set<String> selected(String variable) {
        return selects(variable).map(CelSelect::field).collect(Collectors.toSet());
    }

    /** Those of which it is asked whether they are set: {@code has(variable.field)}. */
    public Set<String> asked(String variable) {
        return selects(variable)
                .filter(CelSelect::testOnly)
                .map(CelSelect::field)
                .collect(Collectors.toSet());
    }

    private Stream<CelSelect> selects(String variable) {
        return nodes().filter(node -> node.getKind() == Kind.SELECT)
                .map(node -> node.expr().select())
                .filter(select -> select.operand().getKind() == Kind.IDENT
                        && select.operand().ident().name().equals(variable));
    }

    /** Truths that other truths are combined with although they depend on nothing: {@code true || x}. */
    public Stream<Remark> constants() {
        return nodes().filter(node -> node.getKind() == Kind.CALL
                        && DECIDING.contains(node.expr().call().function())
                        && !names(node).isEmpty())
                .flatMap(Idents::decisive)
                .filter(node -> names(node).isEmpty())
                .map(node -> new Remark(node.id(), "this depends on nothing, it is always the same: remove it"));
    }

    /** Variables of loops that hide one of these. */
    public Stream<Remark> hiding(Set<String> reserved) {
        return nodes().filter(node -> node.getKind() == Kind.COMPREHENSION)
                .filter(node -> reserved.contains(node.expr().comprehension().iterVar())
                        || reserved.contains(node.expr().comprehension().accuVar()))
                .map(node -> new Remark(
                        node.id(),
                        "the variable of a loop or a bind hides a name that has a meaning: choose another than any of "
                                + String.join(", ", reserved.stream().sorted().toList())));
    }

    private Stream<CelNavigableExpr> nodes() {
        return CelNavigableAst.fromAst(ast).getRoot().allNodes();
    }

    private static Set<String> names(CelNavigableExpr root) {
        return root.allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .map(node -> node.expr().ident().name())
                .collect(Collectors.toSet());
    }

    private static Stream<CelNavigableExpr> decisive(CelNavigableExpr call) {
        var operands = call.children();
        return call.expr().call().function().equals("_?_:_") ? operands.limit(1) : operands;
    }
}
