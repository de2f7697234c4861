package io.shisei.dashboard.control;

import io.shisei.control.ConditionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a control judges a type, to be read: each parameter with its value beside it.
 *
 * @param definitions what names in the other clauses stand for
 * @param parts whether {@code demand} finds what is wrong, and does not say that nothing is
 */
record ConditionView(
        String resourceType,
        List<Clause> definitions,
        @Nullable Clause applies,
        Clause demand,
        boolean parts,
        List<Read> reads) {

    private static final Pattern PARAMETER = Pattern.compile("params\\.([A-Za-z_]\\w*)");

    record Clause(String name, List<Piece> pieces) {}

    /** @param value of the parameter that the text names; null where it names none */
    record Piece(String text, @Nullable String value) {}

    record Read(String path, List<String> actions) {}

    /** @param parameters those that have a value, by name */
    static ConditionView of(ConditionText text, Map<String, Object> parameters) {
        return new ConditionView(
                text.resourceType(),
                text.definitions().entrySet().stream()
                        .map(it -> new Clause(it.getKey(), pieces(it.getValue(), parameters)))
                        .toList(),
                text.applies() == null ? null : new Clause("", pieces(text.applies(), parameters)),
                new Clause("", pieces(text.demand(), parameters)),
                text.parts(),
                text.reads().entrySet().stream()
                        .map(it -> new Read(it.getKey(), List.copyOf(it.getValue())))
                        .toList());
    }

    private static List<Piece> pieces(String text, Map<String, Object> parameters) {
        var pieces = new ArrayList<Piece>();
        var found = PARAMETER.matcher(text);
        var from = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(from, found.start()), null));
            pieces.add(new Piece(found.group(), ParameterField.shown(parameters.get(found.group(1)))));
            from = found.end();
        }
        pieces.add(new Piece(text.substring(from).stripTrailing(), null));
        return pieces;
    }
}
