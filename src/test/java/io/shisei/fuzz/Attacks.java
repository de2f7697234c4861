package io.shisei.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes attacks on operations. The same seed makes the same attacks in the same order, whoever takes them. */
final class Attacks {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final byte[] NONE = {};
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "text/plain",
            "application/xml",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "///",
            "*/*",
            "application/octet-stream",
            "");
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Encoding",
            "Accept-Charset",
            "If-Match",
            "If-None-Match",
            "If-Modified-Since",
            "Range",
            "Cookie",
            "Expect",
            "Transfer-Encoding",
            "Content-Encoding",
            "Upgrade",
            "Connection",
            "X-Forwarded-Host",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "Forwarded",
            "X-HTTP-Method-Override",
            "HX-Request",
            "Origin",
            "Referer",
            "Content-Length",
            "Host",
            "Trailer",
            "TE",
            "Access-Control-Request-Method");
    private static final List<String> LINES = List.of(
            "text/html",
            "application/problem+json",
            "image/png",
            "*/*;q=x",
            "text/event-stream",
            ",",
            "*",
            "\"3\"",
            "W/\"3\"",
            "\"",
            "bytes=0-",
            "bytes=9-1",
            "bytes=0-0,1-1,2-2",
            "chunked",
            "chunked, chunked",
            "identity",
            "gzip",
            "100-continue",
            "what",
            "h2c",
            "-1",
            "abc",
            "evil.example",
            "evil.example:99999",
            "for=_x;host=evil.example",
            "shisei-language=%%%",
            "shisei-language=ja_JP_#u",
            "en;q=0.5,ja;q=x",
            "true",
            "DELETE",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "null");
    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X");

    private final Random random;
    private final Hostile hostile;
    private final List<Operation> operations;
    private final List<String> ids;
    private final Map<String, String> asProgram;
    private final Map<String, String> asPerson;

    /** @param ids what there is, so that attacks get past the first look */
    Attacks(
            long seed,
            List<Operation> operations,
            List<String> ids,
            Map<String, String> program,
            Map<String, String> person) {
        this.random = new Random(seed);
        this.hostile = new Hostile(random);
        this.operations = operations;
        this.ids = ids;
        this.asProgram = program;
        this.asPerson = person;
    }

    synchronized Attack next() {
        var operation = hostile.one(operations);
        var method = random.nextInt(25) == 0 ? hostile.one(METHODS) : operation.method();
        var headers = new LinkedHashMap<>(Map.of("Host", "localhost", "Connection", "close"));
        headers.putAll(random.nextInt(25) == 0 ? Map.of() : operation.page() ? asPerson : asProgram);
        var form = operation.page() && method.equals("POST");
        var target = path(operation) + (form || random.nextInt(3) == 0 ? "" : "?" + parameters(operation, 2000));
        var body = form ? form(operation, headers) : json(operation, headers);
        headers.put("Content-Length", Integer.toString(body.length));
        for (var more = random.nextInt(6) - 3; more > 0; more--) {
            headers.put(hostile.one(HEADERS), header());
        }
        return new Attack(method, target, headers, body);
    }

    private String path(Operation operation) {
        return VARIABLE.matcher(operation.path())
                .replaceAll(variable -> java.util.regex.Matcher.quoteReplacement(
                        random.nextInt(3) > 0 ? hostile.one(ids) : hostile.encoded(400)));
    }

    private String parameters(Operation operation, int longest) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> name(operation.query()) + "="
                        + (random.nextInt(5) == 0 ? hostile.one(ids) : hostile.encoded(longest)))
                .collect(Collectors.joining("&"));
    }

    private String name(List<String> names) {
        if (names.isEmpty() || random.nextInt(20) == 0) {
            return hostile.encoded(30);
        }
        var name = hostile.one(names);
        return switch (random.nextInt(12)) {
            case 0 ->
                name + "[" + hostile.one(List.of("0", "49", "255", "256", "2147483647", "-1", "a", "")) + "].from";
            case 1 -> name + "." + hostile.one(List.of("class", "a", "days", ""));
            default -> name;
        };
    }

    private byte[] form(Operation operation, Map<String, String> headers) {
        headers.put("Content-Type", random.nextInt(20) == 0 ? hostile.one(TYPES) : "application/x-www-form-urlencoded");
        var token = asPerson.getOrDefault("X-CSRF-TOKEN", "");
        return bytes("_csrf=" + token + "&" + parameters(operation, random.nextInt(60) == 0 ? 1_500_000 : 3000));
    }

    private byte[] json(Operation operation, Map<String, String> headers) {
        if (operation.fields().isEmpty()) {
            return NONE;
        }
        headers.put("Content-Type", hostile.one(TYPES));
        if (random.nextInt(8) == 0) {
            return bytes(hostile.json(0));
        }
        var fields = IntStream.rangeClosed(0, random.nextInt(operation.fields().size() + 1))
                .mapToObj(i -> Hostile.quoted(hostile.one(operation.fields())) + ":" + hostile.json(0))
                .distinct()
                .collect(Collectors.joining(","));
        return bytes("{" + fields + (random.nextInt(15) == 0 ? "" : "}"));
    }

    private String header() {
        return switch (random.nextInt(4)) {
            case 0 ->
                IntStream.range(0, random.nextInt(200))
                        .mapToObj(i -> "a" + (char) ('a' + i % 26))
                        .collect(Collectors.joining(","));
            case 1 -> "a".repeat(random.nextInt(9000));
            case 2 -> new String(bytes(hostile.text(200)), StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
            default -> hostile.one(LINES);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
