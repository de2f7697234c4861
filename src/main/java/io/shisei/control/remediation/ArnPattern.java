package io.shisei.control.remediation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where words stand in an ARN: {@code *:service/{CLUSTER}/{SERVICE}}. {@code *} is any text, a word is one without slash
 * and colon; a word alone is the whole ARN.
 */
record ArnPattern(Pattern pattern, List<String> words) {

    private static final Pattern PIECE = Pattern.compile("\\{([A-Z_]+)}|\\*|[^{*]+");

    static ArnPattern parse(String text) {
        var words = new ArrayList<String>();
        var regex = new StringBuilder();
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            var word = pieces.group(1);
            if (word != null) {
                words.add(word);
                regex.append(pieces.group().equals(text) ? "(.+)" : "([^/:]+)");
            } else {
                regex.append(pieces.group().equals("*") ? ".*?" : Pattern.quote(pieces.group()));
            }
        }
        return new ArnPattern(Pattern.compile(regex.toString()), List.copyOf(words));
    }

    /** What each word stands for in this ARN; nothing when it is of another form. */
    Map<String, String> parts(String arn) {
        var parts = new HashMap<String, String>();
        var found = pattern.matcher(arn);
        if (found.matches()) {
            for (int i = 0; i < words.size(); i++) {
                parts.put(words.get(i), found.group(i + 1));
            }
        }
        return parts;
    }
}
