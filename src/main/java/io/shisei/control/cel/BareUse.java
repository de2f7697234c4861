package io.shisei.control.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.Optional;

/** Looks for the variable {@code resource} being used as a whole, which would hide what is read. */
record BareUse(CelAbstractSyntaxTree ast) {

    Optional<CelSourceLocation> find() {
        return CelNavigableAst.fromAst(ast)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .filter(node -> node.expr().ident().name().equals(Evaluation.RESOURCE))
                .filter(node -> !isOfSelect(node))
                .findFirst()
                .map(this::location);
    }

    private static boolean isOfSelect(CelNavigableExpr node) {
        return node.parent()
                .filter(parent -> parent.getKind() == Kind.SELECT
                        || parent.getKind() == Kind.CALL
                                && parent.expr().call().function().equals("_?._"))
                .isPresent();
    }

    private CelSourceLocation location(CelNavigableExpr node) {
        var source = ast.getSource();
        return Optional.ofNullable(source.getPositionsMap().get(node.id()))
                .flatMap(source::getOffsetLocation)
                .orElse(CelSourceLocation.of(1, 0));
    }
}
