package io.shisei.api.problem;

import io.shisei.api.problem.Problem.Field;
import io.shisei.entry.BodyTooLarge;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a body that could not be read. */
final class Bodies {

    private Bodies() {}

    static ProblemAnswer answer(HttpMessageNotReadableException unreadable) {
        var tooLarge = Causes.find(unreadable, BodyTooLarge.class);
        if (tooLarge.isPresent()) {
            return tooLarge(tooLarge.get());
        }
        var cause = unreadable.getCause();
        if (cause == null) {
            return ProblemAnswer.of(ProblemType.MALFORMED, "a body of JSON is needed");
        }
        return switch (cause) {
            case UnrecognizedPropertyException e -> field(e, "is not known; known are " + known(e));
            case MismatchedInputException e -> field(e, "must be " + BadValues.wanted(e.getTargetType()));
            case InputCoercionException e ->
                field(e, "must be " + BadValues.wanted(e.getTargetType()) + ", and not as large");
            case StreamReadException e -> ProblemAnswer.of(ProblemType.MALFORMED, "the body is not JSON" + place(e));
            case UnstorableText e -> field(e, UnstorableText.DETAIL);
            case DatabindException e -> field(e, "cannot be read");
            default -> ProblemAnswer.of(ProblemType.MALFORMED, "the body cannot be read");
        };
    }

    static ProblemAnswer tooLarge(BodyTooLarge body) {
        return ProblemAnswer.of(ProblemType.TOO_LARGE, ProblemAnswer.text(body));
    }

    /** Of a body that is read as a stream. */
    static ProblemAnswer answer(JacksonIOException unreadable) {
        return Causes.find(unreadable, BodyTooLarge.class)
                .map(Bodies::tooLarge)
                .orElseGet(() -> ProblemAnswer.of(ProblemType.MALFORMED, "the body cannot be read to its end"));
    }

    private static ProblemAnswer field(JacksonException e, String detail) {
        var pointer = pointer(e);
        return ProblemAnswer.of(ProblemType.MALFORMED, pointer + ": " + detail, List.of(new Field(pointer, detail)));
    }

    private static String pointer(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining("", "#", ""));
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<?> ids = e.getKnownPropertyIds();
        return ids == null ? "none" : ids.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String place(StreamReadException e) {
        var at = e.getLocation();
        return at == null ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr();
    }
}
