package io.shisei.benchmark;

import java.util.Set;

/** The answers of an account that has nothing of what is asked, in the wire format of each service. */
final class NothingWire {

    private static final Set<String> REST_XML = Set.of("s3", "s3-control", "s3express", "cloudfront", "route53");

    private NothingWire() {}

    static Reply answer(Asked asked) {
        var action = asked.parameter("Action");
        if (!action.isEmpty()) {
            return Reply.xml(
                    asked.service() + " " + action,
                    "<%1$sResponse><%1$sResult/><requestId>1</requestId></%1$sResponse>".formatted(action));
        }
        if (REST_XML.contains(asked.service())) {
            return Reply.xml(asked.service() + " " + asked.path(), "<Nothing/>");
        }
        var operation = asked.target().isEmpty() ? asked.path() : asked.target();
        return Reply.json(asked.service() + " " + operation, "{}");
    }
}
