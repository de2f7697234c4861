package io.shisei.api.problem;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Answers calls of the API that Tomcat refuses by itself, such as {@code Expect: what} or {@code GET /api/%}. */
final class ProblemValve extends ErrorReportValve {

    private final UncontrolledProblems problems;

    ProblemValve(UncontrolledProblems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (!concerns(request.getRequestURI()) || !canReport(response)) {
            return;
        }
        try {
            problems.write(response.getResponse(), ProblemAnswer.refusedWith(response.getStatus()));
            response.finishResponse();
        } catch (IOException | IllegalStateException hungUp) {
            // Nobody listens any more.
        }
    }

    /** Where not even the first line could be read, nobody knows for whom the answer is. */
    private static boolean concerns(@Nullable String uri) {
        return uri == null || uri.isEmpty() || UncontrolledProblems.concern(uri);
    }

    private static boolean canReport(Response response) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return false;
        }
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }
}
