package io.shisei.aws.service.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of the credential report, a CSV text whose first two columns are the user and its ARN. Both may have
 * commas, as <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">names of users</a>
 * and paths may, and so may the sentence in the last column, which is there where users have more than two keys or
 * certificates; whether AWS puts them in quotes is not said, and does not matter here.
 */
final class CredentialRows {

    private static final int NAMES = 2;
    private static final String BEFORE_ARN = ",arn:";

    /** What comes after the names: when the user was made. */
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");

    private CredentialRows() {}

    /** Each row by the names of its columns. */
    static Stream<Map<String, String>> of(String report) {
        var lines = report.lines().toList();
        var header = List.of(split(lines.getFirst()));
        return lines.stream().skip(1).map(line -> row(header, split(line.replace("\"", ""))));
    }

    private static Map<String, String> row(List<String> header, String[] values) {
        var first = afterNames(values, values.length - header.size());
        var names = String.join(",", List.of(values).subList(0, first));
        var arn = names.indexOf(BEFORE_ARN);
        if (arn < 0) {
            throw new IllegalArgumentException("a row of the credential report has other columns than its header");
        }
        var row = new LinkedHashMap<String, String>();
        row.put(header.get(0), names.substring(0, arn));
        row.put(header.get(1), names.substring(arn + 1));
        for (int i = NAMES; i < header.size(); i++) {
            row.put(header.get(i), values[first + i - NAMES]);
        }
        return row;
    }

    /** @param commas how many values there are too many */
    private static int afterNames(String[] values, int commas) {
        if (commas <= 0) {
            return Math.max(NAMES + commas, 0);
        }
        return IntStream.range(NAMES, values.length)
                .filter(i -> INSTANT.matcher(values[i]).matches())
                .findFirst()
                .orElse(NAMES + commas);
    }

    private static String[] split(String line) {
        return line.split(",", -1);
    }
}
