package io.shisei.test;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who has logged in with a browser. */
public record Visitor(String url, HttpClient client, String cookies) {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** As the admin. */
    public static Visitor logIn(String url, String password) throws IOException, InterruptedException {
        return logIn(url, "admin", password);
    }

    public static Visitor logIn(String url, String username, String password) throws IOException, InterruptedException {
        var cookies = new CookieManager();
        var client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        var form = client.send(
                HttpRequest.newBuilder(URI.create(url + "/login")).build(), HttpResponse.BodyHandlers.ofString());
        var token = CSRF.matcher(form.body())
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
        var typed = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8) + "&_csrf="
                + URLEncoder.encode(token, StandardCharsets.UTF_8);
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(url + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(typed))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("/login")) {
            throw new IllegalStateException("could not log in: " + answer + ", to " + to);
        }
        var kept = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new Visitor(url, client, kept);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form with the token of a page that was got before. */
    public HttpResponse<String> post(String path, String fields, HttpResponse<String> page)
            throws IOException, InterruptedException {
        var token = CSRF.matcher(page.body())
                .results()
                .map(it -> it.group(1))
                .findFirst()
                .orElseThrow();
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The request for a page, as a browser writes it. */
    public byte[] ask(String path) {
        return """
                GET %s HTTP/1.1\r
                Host: %s\r
                Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
                Accept-Encoding: gzip, deflate\r
                Accept-Language: en-US,en;q=0.5\r
                User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
                Cookie: %s\r
                \r
                """.formatted(path, URI.create(url).getAuthority(), cookies).getBytes(StandardCharsets.US_ASCII);
    }
}
