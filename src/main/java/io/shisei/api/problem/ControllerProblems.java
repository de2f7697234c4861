package io.shisei.api.problem;

import io.shisei.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers what goes wrong in the API's controllers. */
@RestControllerAdvice(annotations = RestController.class)
class ControllerProblems {

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Problem> answer(Exception exception) {
        if (exception instanceof AsyncRequestNotUsableException) {
            return null; // The caller has hung up.
        }
        return entity(ProblemAnswer.to(exception));
    }

    @ExceptionHandler
    ResponseEntity<Problem> answer(MethodArgumentNotValidException invalid, Locale reader) {
        return entity(BadValues.answer(invalid, reader));
    }

    /** What GET is given stands in the query, all else in the body. */
    @ExceptionHandler
    ResponseEntity<Problem> answer(Refusal refusal, HttpServletRequest request, Locale reader) {
        return entity(Refusals.answer(refusal, request.getMethod().equals("GET") ? "" : "#", reader));
    }

    private static ResponseEntity<Problem> entity(ProblemAnswer answer) {
        return ResponseEntity.status(answer.problem().status())
                .headers(answer.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.problem());
    }
}
