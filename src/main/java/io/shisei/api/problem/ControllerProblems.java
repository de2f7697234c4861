package io.shisei.api.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
        var answer = Answer.to(exception);
        return ResponseEntity.status(answer.problem().status())
                .headers(answer.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.problem());
    }
}
