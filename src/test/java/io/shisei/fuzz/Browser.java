package io.shisei.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/** Logs in as a person does. */
final class Browser {

    private static final Pattern COOKIE = Pattern.compile("(?i)Set-Cookie: (JSESSIONID=[^;]+)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private Browser() {}

    /** Headers with the session, and with the token that forms have. */
    static Map<String, String> login(Wire wire, String password) throws java.io.IOException {
        var before = get(wire, "/login", "");
        var cookie = find(COOKIE, before.head());
        var form = "username=admin&password=" + password + "&_csrf=" + find(TOKEN, before.body());
        var headers = Map.of(
                "Host",
                "localhost",
                "Connection",
                "close",
                "Cookie",
                cookie,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Content-Length",
                Integer.toString(form.length()));
        var in = wire.send(new Attack("POST", "/login", headers, form.getBytes(StandardCharsets.UTF_8)).bytes());
        if (in.status() != 302 || in.has("error")) {
            throw new IllegalStateException("cannot log in: " + in);
        }
        var session = find(COOKIE, in.head());
        var page = get(wire, "/settings", session);
        return Map.of("Cookie", session, "X-CSRF-TOKEN", find(TOKEN, page.body()));
    }

    private static Wire.Answer get(Wire wire, String path, String cookie) throws java.io.IOException {
        var headers = Map.of("Host", "localhost", "Connection", "close", "Cookie", cookie, "Accept", "text/html");
        return wire.send(new Attack("GET", path, headers, new byte[0]).bytes());
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in " + Arrays.toString(text.split("\n")));
        }
        return found.group(1);
    }
}
