package io.shisei.control.mutation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelUnparser;
import dev.cel.parser.CelUnparserFactory;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An expression as it is written: macros such as {@code exists} are calls like others. */
record Written(CelExpr tree, CelSource source) {

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(CelOptions.current().enableOptionalSyntax(true).build())
            .build();
    private static final CelUnparser UNPARSER = CelUnparserFactory.newUnparser();

    static Written of(String text) {
        try {
            var ast = PARSER.parse(text).getAst();
            return new Written(ast.getExpr(), ast.getSource());
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String text(CelExpr tree) {
        return UNPARSER.unparse(CelAbstractSyntaxTree.newParsedAst(
                escaped(tree), CelSource.newBuilder().build()));
    }

    // The unparser writes texts as they are.
    private static CelExpr escaped(CelExpr node) {
        if (node.getKind() == Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.STRING_VALUE) {
            var text = node.constant()
                    .stringValue()
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n");
            return node.toBuilder().setConstant(CelConstant.ofValue(text)).build();
        }
        return Tree.with(node, Tree.parts(node).stream().map(Written::escaped).toList());
    }

    Set<String> names() {
        return Tree.all(tree)
                .filter(node -> node.getKind() == Kind.IDENT)
                .map(node -> node.ident().name())
                .collect(Collectors.toSet());
    }

    CelSourceLocation place(CelExpr node) {
        return Optional.ofNullable(source.getPositionsMap().get(node.id()))
                .flatMap(source::getOffsetLocation)
                .orElse(CelSourceLocation.of(1, 0));
    }
}
