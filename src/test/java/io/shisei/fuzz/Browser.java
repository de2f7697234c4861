package io.shisei.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Logs in as a person does, with whatever cookies the pages set. */
final class Browser {

    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=;]+)=([^;]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Wire wire;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Browser(Wire wire) {
        this.wire = wire;
    }

    /** Headers with the session, and with the token that forms have. */
    static Map<String, String> login(Wire wire, String password) throws IOException {
        var browser = new Browser(wire);
        var form = "username=admin&password=" + password + "&_csrf=" + browser.token("/login");
        var in = browser.send("POST", "/login", form);
        if (in.status() != 302 || in.head().contains("login?error")) {
            throw new IllegalStateException("cannot log in: " + in);
        }
        var token = browser.token("/settings");
        return Map.of("Cookie", browser.jar(), "X-CSRF-TOKEN", token);
    }

    private String token(String path) throws IOException {
        var page = send("GET", path, "").body();
        var found = TOKEN.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("no token in " + Arrays.toString(page.split("\n")));
        }
        return found.group(1);
    }

    private Wire.Answer send(String method, String path, String form) throws IOException {
        var headers = new LinkedHashMap<>(Map.of("Host", "localhost", "Connection", "close", "Accept", "text/html"));
        headers.put("Cookie", jar());
        headers.put("Content-Length", Integer.toString(form.length()));
        if (!form.isEmpty()) {
            headers.put("Content-Type", "application/x-www-form-urlencoded");
        }
        var answer = wire.send(new Attack(method, path, headers, form.getBytes(StandardCharsets.UTF_8)).bytes());
        COOKIE.matcher(answer.head()).results().forEach(set -> cookies.put(set.group(1), set.group(2)));
        return answer;
    }

    private String jar() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
