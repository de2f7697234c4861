package io.shisei.control.cel.check;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;

/** Looks for a variable being used as a whole, which would hide what is read. */
public record BareUse(CelAbstractSyntaxTree ast) {

    public Optional<Remark> of(String variable) {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .filter(node -> node.expr().ident().name().equals(variable))
                .filter(node -> !isOfSelect(node))
                .findFirst()
                .map(node -> new Remark(
                        node.id(),
                        "'" + variable + "' can only be used with a field, as " + variable
                                + ".Field: so it is known what is read"));
    }

    private static boolean isOfSelect(CelNavigableExpr node) {
        return node.parent()
                .filter(parent -> parent.getKind() == Kind.SELECT
                        || parent.getKind() == Kind.CALL
                                && parent.expr().call().function().equals("_?._"))
                .isPresent();
    }
}
