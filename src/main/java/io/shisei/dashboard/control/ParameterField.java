package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.Controls.Setting;
import io.shisei.control.parameter.Parameter;
import io.shisei.control.setting.Values;
import io.shisei.dashboard.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a control in a form; lists are written with commas.
 *
 * @param value what is said at the level; blank where nothing is
 * @param around what holds then
 */
record ParameterField(String name, String type, String value, String around) {

    /** A list without anything in it, as it is written. */
    private static final String EMPTY = "[]";

    static List<ParameterField> of(Control control, Values said, Setting around, @Nullable Map<String, String> typed) {
        return control.parameters().entrySet().stream()
                .map(it -> new ParameterField(
                        it.getKey(),
                        it.getValue().type(),
                        typed == null
                                ? text(said.parameters().get(it.getKey()))
                                : typed.getOrDefault("p." + it.getKey(), ""),
                        shown(around.parameters().get(it.getKey()))))
                .toList();
    }

    public boolean ranges() {
        return type.equals("list(range)");
    }

    public boolean list() {
        return type.startsWith("list(");
    }

    public boolean bool() {
        return type.equals("bool");
    }

    /** What was typed, as the type wants it, null where nothing is said; what cannot be read stays text, for the catalogue to refuse. */
    static @Nullable Object value(Parameter parameter, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (parameter.type()) {
            case "int" -> number(text.strip());
            case "double" -> decimal(text.strip());
            case "bool" -> Boolean.valueOf(text);
            case "list(int)", "list(range)" ->
                words(text).stream().map(ParameterField::number).toList();
            case "list(string)" -> words(text);
            default -> text.strip();
        };
    }

    private static List<String> words(String text) {
        return text.strip().equals(EMPTY) ? List.of() : Words.list(text);
    }

    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    private static Object decimal(String text) {
        try {
            return new BigDecimal(text).doubleValue();
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    /** As {@link #text}; a dash where there is none. */
    static String shown(@Nullable Object value) {
        return value == null ? "–" : text(value);
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> list ->
                list.isEmpty() ? EMPTY : list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
