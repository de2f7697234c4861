package io.shisei.fault;

import io.shisei.test.Gate;
import io.shisei.test.Gate.Meddler;
import io.shisei.test.Gate.Reply;
import io.shisei.test.Gate.Request;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What can go wrong with a call, on the wire. */
enum Fault {
    ACCESS_DENIED(always(Wire::denied), Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation")),
    THROTTLING_THAT_PASSES(Fault::throttledTwice, Set.of()),
    THROTTLING_THAT_STAYS(
            always(Wire::throttled),
            Set.of(
                    "Throttling",
                    "ThrottlingException",
                    "TooManyRequestsException",
                    "RequestLimitExceeded",
                    "SlowDown")),
    FAILURE(always(Wire::failed), Set.of("InternalFailure")),
    TIME_OUT(() -> Fault::hang, Set.of("Timeout")),
    NO_ANSWER(() -> (request, aws) -> null, Set.of("Unreachable")),
    CONNECTION_LOST_AMID_THE_ANSWER(() -> Fault::half, Set.of("Unreachable", "MalformedAnswer", "Http")),
    MALFORMED_BODY(always(Wire::malformed), Set.of("MalformedAnswer")),
    ANSWER_THAT_SAYS_NOTHING(always(Wire::nothing), Set.of("MalformedAnswer")),
    SOMEBODY_ELSES_PAGE(always(request -> Wire.page()), Set.of("MalformedAnswer")),
    EXPIRED_TOKEN(always(Wire::expired), Set.of("ExpiredToken", "ExpiredTokenException")),
    UNSUPPORTED(always(Wire::unsupported), Set.of("UnsupportedOperation")),
    NOT_OFFERED_IN_THE_REGION(always(Wire::notOffered), Set.of("UnsupportedOperation"));

    /** Longer than an attempt may take. */
    private static final int MILLIS = 2_500;

    private final Supplier<Meddler> meddlers;
    private final Set<String> errors;

    Fault(Supplier<Meddler> meddlers, Set<String> errors) {
        this.meddlers = meddlers;
        this.errors = errors;
    }

    /** Makes it happen. */
    Meddler meddler() {
        return meddlers.get();
    }

    /** How the error code may begin by which a gap tells of it. */
    Set<String> errors() {
        return errors;
    }

    /** Whether retries get over it. */
    boolean passes() {
        return errors.isEmpty();
    }

    private interface Answers {
        Reply of(Request request);
    }

    private static Supplier<Meddler> always(Answers answers) {
        return () -> (request, aws) -> answers.of(request);
    }

    private static Meddler throttledTwice() {
        var asked = new AtomicInteger();
        return (request, aws) -> asked.getAndIncrement() < 2 ? Wire.throttled(request) : aws.answer(request);
    }

    private static Reply hang(Request request, Gate.Behind aws) throws InterruptedException {
        Thread.sleep(MILLIS);
        return null;
    }

    private static Reply half(Request request, Gate.Behind aws) throws IOException, InterruptedException {
        var whole = aws.answer(request);
        return new Reply(whole.status(), whole.type(), whole.body(), true);
    }
}
