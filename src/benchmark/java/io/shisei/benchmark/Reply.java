package io.shisei.benchmark;

/** What the stub answers. {@code operation} is what was asked, for the count. */
record Reply(String operation, int status, String type, String body) {

    static Reply xml(String operation, String body) {
        return new Reply(operation, 200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
    }

    static Reply json(String operation, String body) {
        return new Reply(operation, 200, "application/json", body);
    }

    static Reply error(String operation, int status, String code) {
        return new Reply(
                operation,
                status,
                "text/xml",
                "<Error><Code>%s</Code><Message>%s</Message><RequestId>1</RequestId></Error>".formatted(code, code));
    }

    /** {@code <tag>…</tag>} with a token for the next page, or nothing after the last. */
    static String next(String tag, boolean more, int from) {
        return more ? "<%s>%s</%s>".formatted(tag, Asked.token(from), tag) : "";
    }
}
