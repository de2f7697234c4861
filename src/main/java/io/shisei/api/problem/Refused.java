package io.shisei.api.problem;

import io.shisei.api.problem.Problem.Field;
import java.util.List;

/** A call that the API does not carry out, with the problem that it answers. */
public final class Refused extends RuntimeException {

    private final ProblemType type;
    private final List<Field> errors;

    public Refused(ProblemType type, String detail, Field... errors) {
        super(detail);
        this.type = type;
        this.errors = List.of(errors);
    }

    /** There is nothing with this id. */
    public static Refused unknown(String what, Object id) {
        return new Refused(ProblemType.NOT_FOUND, "there is no " + what + " " + id);
    }

    /** A field of the body, or a query parameter, is wrong. */
    public static Refused malformed(String pointer, String detail) {
        return new Refused(ProblemType.MALFORMED, pointer + ": " + detail, new Field(pointer, detail));
    }

    /** A field is well-formed, but cannot be. */
    public static Refused impossible(String pointer, String detail) {
        return new Refused(ProblemType.IMPOSSIBLE, pointer + ": " + detail, new Field(pointer, detail));
    }

    ProblemType type() {
        return type;
    }

    List<Field> errors() {
        return errors;
    }
}
