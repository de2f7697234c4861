package io.shisei.api;

import io.shisei.api.problem.BadCall;
import io.shisei.api.problem.ProblemType;
import java.util.Arrays;

/** Versions as entity tags (RFC 9110, section 8.8.3). */
public final class ETag {

    private ETag() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /** Refuses the call unless {@code ifMatch} names {@code version}; answers the version to change. */
    public static int check(String ifMatch, int version) {
        var tags = Arrays.stream(ifMatch.split(",")).map(String::strip).toList();
        if (tags.contains("*") || tags.contains(of(version))) {
            return version;
        }
        throw new BadCall(
                ProblemType.STALE, "it is now " + of(version) + ", not " + ifMatch.strip() + ": read it again");
    }
}
