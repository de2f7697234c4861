package io.shisei.control.cel.partial;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What failed evaluations say of why. */
final class Errors {

    private static final String NOT_FOUND = "not found: ";

    private Errors() {}

    /** The message of the first cause, as a finding's reason shows it; {@code x.?Field.value()} names the field. */
    static String message(Throwable error, CelExpr evaluated) {
        var cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchElementException) {
            var field = fieldUnwrappedBy(evaluated);
            if (field.isPresent()) {
                return NOT_FOUND + field.get();
            }
        }
        var missing = cause.getClass().getSimpleName().contains("NotFound");
        return (missing ? NOT_FOUND : "") + cause.getMessage();
    }

    private static Optional<String> fieldUnwrappedBy(CelExpr expr) {
        return Optional.of(expr)
                .filter(unwrapping -> unwrapping.getKind() == Kind.CALL)
                .flatMap(unwrapping -> unwrapping.call().target())
                .filter(optional -> optional.getKind() == Kind.CALL
                        && optional.call().function().equals("_?._"))
                .map(optional -> optional.call().args().getLast().constant().stringValue());
    }
}
