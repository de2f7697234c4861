package io.shisei.api.problem;

import io.shisei.api.problem.Problem.Field;
import io.shisei.control.ControlId;
import io.shisei.refusal.LimitCode;
import io.shisei.refusal.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpHeaders;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What is wrong with a value in the URL, in a header or in a field, and what it may be. */
final class BadValues {

    private static final Map<Class<?>, String> NAMES = Map.of(
            String.class, "a text",
            Boolean.class, "true or false",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            LocalDate.class, "a date such as 2026-01-31",
            UUID.class, "an id such as 123e4567-e89b-12d3-a456-426614174000",
            Instant.class, "an instant such as 2026-01-31T12:00:00Z",
            ControlId.class, "the id of a control, such as S3.8");

    private BadValues() {}

    static ProblemAnswer answer(MethodArgumentTypeMismatchException e) {
        // An id of another form than ours is the id of nothing.
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? ProblemAnswer.of(
                        ProblemType.NOT_FOUND, "there is nothing with the " + e.getName() + " " + e.getValue())
                : ProblemAnswer.to(BadCall.malformed(e.getName(), mismatch(e)));
    }

    static ProblemAnswer answer(MissingRequestHeaderException e) {
        return e.getHeaderName().equals(HttpHeaders.IF_MATCH)
                ? ProblemAnswer.of(
                        ProblemType.IF_MATCH_NEEDED,
                        "send the ETag that you read in the header If-Match, such as \"3\"")
                : ProblemAnswer.of(ProblemType.MALFORMED, "the header " + e.getHeaderName() + " is missing");
    }

    static ProblemAnswer answer(MethodArgumentNotValidException e, Locale reader) {
        var prefix = e.getParameter().hasParameterAnnotation(RequestBody.class) ? "#/" : "";
        var errors = e.getFieldErrors().stream()
                .map(error -> new Field(prefix + pointer(error.getField()), detail(error, reader)))
                .distinct()
                .toList();
        var detail = errors.stream()
                .map(field -> field.pointer() + ": " + field.detail())
                .collect(Collectors.joining("; "));
        return ProblemAnswer.of(ProblemType.MALFORMED, detail, errors);
    }

    static String detail(ErrorResponse response) {
        var detail = response.getBody().getDetail();
        return detail == null ? response.getStatusCode().toString() : detail;
    }

    /** Bean validation writes {@code a.b[2].c}. */
    private static String pointer(String path) {
        return path.replaceAll("\\[(\\w+)]", "/$1").replace('.', '/');
    }

    private static String detail(FieldError error, Locale reader) {
        return error.contains(TypeMismatchException.class)
                ? mismatch(error.unwrap(TypeMismatchException.class))
                : refusal(error).in(reader);
    }

    /** Annotations say the same as the use cases behind them, and in the same words. */
    private static Refusal refusal(FieldError error) {
        var constraint = error.unwrap(ConstraintViolation.class).getConstraintDescriptor();
        return switch (constraint.getAnnotation()) {
            case Size size -> new Refusal.Invalid(LimitCode.TOO_LONG, error.getField(), size.max());
            case PositiveOrZero number -> new Refusal.Invalid(LimitCode.NEGATIVE, error.getField());
            default -> new Refusal.Invalid(LimitCode.BLANK, error.getField());
        };
    }

    /** The innermost conversion knows the type of an element, the outermost only that a set was wanted. */
    private static String mismatch(TypeMismatchException e) {
        return Causes.find(e, ConversionFailedException.class)
                .map(failed -> "'" + failed.getValue() + "' is not "
                        + wanted(failed.getTargetType().getType()))
                .orElseGet(() -> isList(e.getRequiredType())
                        ? "'" + e.getValue() + "' is not of the right form"
                        : "must be " + wanted(e.getRequiredType()));
    }

    private static boolean isList(@Nullable Class<?> type) {
        return type != null && Collection.class.isAssignableFrom(type);
    }

    static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "something else";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (isList(type)) {
            return "a list";
        }
        return NAMES.getOrDefault(ClassUtils.resolvePrimitiveIfNecessary(type), "an object");
    }
}
