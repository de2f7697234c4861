package io.shisei.dashboard.control;

import io.shisei.control.Control;
import io.shisei.control.Controls.Setting;
import io.shisei.control.parameter.Parameter;
import io.shisei.dashboard.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A parameter of a control in a form; lists are written with commas. */
record ParameterField(String name, String type, String value, String defaultValue, boolean optional) {
    static List<ParameterField> of(Control control, Setting setting, @Nullable Map<String, String> typed) {
        return control.parameters().entrySet().stream()
                .map(it -> new ParameterField(
                        it.getKey(),
                        it.getValue().type(),
                        value(it.getKey(), setting, typed),
                        orDash(text(it.getValue().defaultValue())),
                        it.getValue().defaultValue() == null))
                .toList();
    }

    public boolean ranges() {
        return type.equals("list(range)");
    }

    public boolean bool() {
        return type.equals("bool");
    }

    /** What was typed, as the type wants it, null for no value; what cannot be read stays text, for the catalogue to refuse. */
    static @Nullable Object value(Parameter parameter, String text) {
        if (text.isBlank() && parameter.defaultValue() == null) {
            return null;
        }
        return switch (parameter.type()) {
            case "int" -> number(text.strip());
            case "double" -> decimal(text.strip());
            case "bool" -> Boolean.valueOf(text);
            case "list(int)", "list(range)" ->
                Words.list(text).stream().map(ParameterField::number).toList();
            case "list(string)" -> Words.list(text);
            default -> text.strip();
        };
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

    private static String value(String name, Setting setting, @Nullable Map<String, String> typed) {
        var kept = typed == null ? null : typed.get("p." + name);
        return kept != null ? kept : text(setting.parameters().get(name));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
