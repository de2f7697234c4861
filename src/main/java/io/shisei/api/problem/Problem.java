package io.shisei.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 has it.
 *
 * @param errors what is wrong with single fields
 * @param scan the URL of the scan that stands in the way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<Field> errors,
        @Nullable String scan) {

    /** What is wrong with a part of the body (a JSON pointer, {@code #/name}) or a query parameter (its name). */
    public record Field(String pointer, String detail) {}

    static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    static Problem of(ProblemType type, String detail, List<Field> errors) {
        return new Problem(
                type.uri(), type.title(), type.status().value(), detail, errors.isEmpty() ? null : errors, null);
    }

    /** With a status that has no type of its own, such as 417. */
    Problem as(int other) {
        return new Problem(type, title, other, detail, errors, scan);
    }

    Problem with(String runningScan) {
        return new Problem(type, title, status, detail, errors, runningScan);
    }
}
