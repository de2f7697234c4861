package io.shisei.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request, byte by byte: no client would send some of them.
 *
 * @param target path and query as they stand in the first line
 */
record Attack(String method, String target, Map<String, String> headers, byte[] body) {

    boolean ofApi() {
        return target.equals("/api") || target.startsWith("/api/");
    }

    String path() {
        return target.replaceAll("\\?.*", "");
    }

    byte[] bytes() {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\r\n")
                .collect(Collectors.joining());
        var head = (method + " " + target + " HTTP/1.1\r\n" + lines + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        var all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    @Override
    public String toString() {
        var text = new String(bytes(), StandardCharsets.UTF_8);
        return text.length() > 700 ? text.substring(0, 700) + "… (" + text.length() + ")" : text;
    }
}
