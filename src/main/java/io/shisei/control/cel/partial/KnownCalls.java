package io.shisei.control.cel.partial;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets CEL itself evaluate the single steps of an expression, once what they work on is known. */
final class KnownCalls {

    private final Cel cel;
    private final CelAbstractSyntaxTree ast;
    private final Map<Long, Program> programs = new ConcurrentHashMap<>();

    KnownCalls(Cel cel, CelAbstractSyntaxTree ast) {
        this.cel = cel;
        this.ast = ast;
    }

    /** What {@code expr} comes to when its operands have these values; unknown, if that is an error. */
    Object call(CelExpr expr, List<?> operands) {
        var variables = new HashMap<String, Object>();
        for (int i = 0; i < operands.size(); i++) {
            variables.put(variable(i), operands.get(i));
        }
        try {
            return program(expr).eval(variables);
        } catch (CelEvaluationException | RuntimeException e) {
            return Unknown.because(Errors.message(e, expr));
        }
    }

    private Program program(CelExpr expr) throws CelEvaluationException {
        var known = programs.get(expr.id());
        if (known == null) {
            known = plan(expr);
            programs.put(expr.id(), known);
        }
        return known;
    }

    // Constants stay, CEL wants some of them so. A variable keeps the id of the operand whose place it takes.
    private Program plan(CelExpr expr) throws CelEvaluationException {
        var references = new HashMap<>(ast.getReferenceMap());
        var variables = new ArrayList<CelExpr>();
        for (var operand : Operands.of(expr)) {
            var isConstant = operand.getKind() == Kind.CONSTANT;
            variables.add(isConstant ? operand : CelExpr.ofIdent(operand.id(), variable(variables.size())));
            references.remove(operand.id());
        }
        var step = Operands.with(expr, variables.iterator());
        return cel.createProgram(
                CelAbstractSyntaxTree.newCheckedAst(step, ast.getSource(), references, ast.getTypeMap()));
    }

    private static String variable(int operand) {
        return "operand" + operand;
    }
}
