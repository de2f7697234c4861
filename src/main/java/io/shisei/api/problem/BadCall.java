package io.shisei.api.problem;

import io.shisei.api.problem.Problem.Field;
import java.util.List;

/**
 * A call that the API does not understand or pass on, with the problem that it answers. What the rules of the product
 * forbid is a {@link io.shisei.refusal.Refusal} instead.
 */
public final class BadCall extends RuntimeException {

    private final ProblemType type;
    private final List<Field> errors;

    public BadCall(ProblemType type, String detail, Field... errors) {
        super(detail);
        this.type = type;
        this.errors = List.of(errors);
    }

    /** There is nothing with this id. */
    public static BadCall unknown(String what, Object id) {
        return new BadCall(ProblemType.NOT_FOUND, "there is no " + what + " " + id);
    }

    /** A field of the body, or a query parameter, is wrong. */
    public static BadCall malformed(String pointer, String detail) {
        return new BadCall(ProblemType.MALFORMED, pointer + ": " + detail, new Field(pointer, detail));
    }

    ProblemType type() {
        return type;
    }

    List<Field> errors() {
        return errors;
    }
}
