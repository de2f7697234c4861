package io.shisei.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** How large a request's body may be: those that bring a file of findings are read as a stream, and kept nowhere. */
enum BodyLimit {
    USUAL(1, "1 MiB"),
    FILE(1024, "1 GiB");

    private static final Pattern FILES =
            Pattern.compile("/api/v1/accounts/\\d{12}/security-hub-findings|/accounts/\\d{12}/comparison");

    private final long mebibytes;
    private final String size;

    BodyLimit(int mebibytes, String size) {
        this.mebibytes = mebibytes;
        this.size = size;
    }

    static BodyLimit of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("POST") && FILES.matcher(path).matches() ? FILE : USUAL;
    }

    long bytes() {
        return mebibytes << 20;
    }

    String detail() {
        return "the body is larger than " + size;
    }
}
