package io.shisei.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Values that nobody means well. Of half of them we only know that they are somewhere near to what is expected. */
final class Hostile {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            ",",
            ",,",
            " , ",
            "\t",
            "\0",
            "a\0b",
            "\u0001",
            "\uffff",
            "\u202etxt",
            "é",
            "e\u0301",
            "日本語",
            "😀",
            "'",
            "\"",
            "';--",
            "\\",
            "%",
            "_",
            "%25",
            "<script>alert(1)</script>",
            "${7*7}",
            "#{7*7}",
            "*{7*7}",
            "__${7}__::.x",
            "../../etc/passwd",
            "..;/",
            "null",
            "undefined",
            "true",
            "TRUE",
            "yes",
            "0",
            "-1",
            "1",
            "256",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "99999999999999999999999",
            "1e5",
            "1e999999999",
            "NaN",
            "Infinity",
            "0x10",
            "１２",
            "[]",
            "{}",
            "[1]",
            "a,b",
            "HIGH,,LOW",
            "HIGH,HIGH",
            "S3.8",
            "S3.99999",
            "s3.8",
            "EC2.18",
            "AWS::S3::Bucket",
            "fsbp",
            "aws",
            "aws-cn",
            "us-east-1",
            "eu-west-1",
            "global",
            "123456789012",
            "000000000000",
            "arn:aws:iam::123456789012:role/a",
            "arn:aws:s3:::open",
            "/Workloads",
            "/",
            "//",
            "FAILED",
            "NEW",
            "ACTIVE",
            "HIGH",
            "PASSED,FAILED",
            "2026-01-01T00:00:00Z",
            "2026-01-01",
            "2026-02-30T00:00:00Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "+300000-01-01T00:00:00Z",
            "-4800-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59-18:00",
            "1970-01-01T00:00:00+23:59",
            "Thu, 01 Jan 1970 00:00:00 GMT",
            "1700000000",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "ffffffff-ffff-ffff-ffff-ffffffffffffff",
            "00000000-0000-0000-0000-00000000000g",
            "* * * * *",
            "0 0 30 2 *",
            "*/0 * * * *",
            "0-59/1 * * * *",
            "60 * * * *",
            "@daily",
            "? ? ? ? ?",
            "L * * * *",
            "0 3 * * MON#1",
            "UTC",
            "Asia/Tokyo",
            "UTC+99",
            "GMT+18:00",
            "SystemV/AST4");

    private static final List<String> ENCODED = List.of(
            "%",
            "%f",
            "%ff",
            "%zz",
            "%00",
            "a%00b",
            "%c0%80",
            "%c3%28",
            "%ed%a0%80",
            "%f4%90%80%80",
            "%u0041",
            "+",
            "%2B",
            "&&",
            "=",
            "%26",
            "%3D",
            ";",
            "%0d%0aX-A:b",
            "%2e%2e%2f",
            "%252f",
            "%5B%5D");

    private static final List<String> REPEATED = List.of(
            "a", "*,", "0,", "-a", "(", "[", "{\"a\":", ",", " ", "\0", "😀", "a.", "%", "../", "\\", "1", "é", "AND ",
            "us-", "/a", "\n");

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String text(int longest) {
        return switch (random.nextInt(8)) {
            case 0 -> repeated(1 + random.nextInt(longest));
            case 1 -> token();
            case 2 -> one(TEXTS) + one(TEXTS);
            default -> one(TEXTS);
        };
    }

    private String repeated(int length) {
        return one(REPEATED).repeat(length).substring(0, length);
    }

    /** In a URL or a form. */
    String encoded(int longest) {
        var text = random.nextInt(4) == 0 ? one(ENCODED) : URLEncoder.encode(text(longest / 3), StandardCharsets.UTF_8);
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** What looks like a page's token. */
    private String token() {
        var key = random.nextBoolean() ? one(TEXTS) + "\n" + one(TEXTS) : one(TEXTS);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A value in JSON, of any type, at times none at all. */
    String json(int depth) {
        return switch (random.nextInt(depth > 3 ? 8 : 12)) {
            case 0 -> "null";
            case 1 ->
                one(List.of(
                        "true", "false", "0", "-1", "1.5", "1e400", "-0", "9".repeat(400), "1e999999999", "NaN", "01"));
            case 2 ->
                one(List.of(
                        "\"\\u0000\"",
                        "\"\\ud800\"",
                        "\"\\udc00\\ud800\"",
                        "\"\\x\"",
                        "\"",
                        "'a'",
                        "\"a\u0001\"",
                        "tru",
                        "/**/1"));
            case 3, 4, 5, 6, 7 -> quoted(text(random.nextInt(40) == 0 ? 300_000 : 300));
            case 8 -> "[]";
            case 9 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            case 10 -> "{" + quoted(one(TEXTS)) + ":" + json(depth + 1) + "}";
            default -> one(List.of("[", "{\"a\":")).repeat(random.nextInt(3000));
        };
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> json.append(c < ' ' || c == '"' || c == '\\' ? "\\u%04x".formatted(c) : "" + (char) c));
        return json.append('"').toString();
    }
}
