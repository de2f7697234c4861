package io.shisei.control.mutation;

import io.shisei.control.parameter.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What else the default of a parameter might have been, within what is allowed. */
record Defaults(Parameter parameter) {

    Stream<Object> others() {
        return candidates(parameter.defaultValue()).filter(this::isAllowed);
    }

    private Stream<Object> candidates(Object value) {
        return switch (value) {
            case null -> Stream.empty();
            case Long number -> Stream.of(number + 1, number - 1);
            case Double number -> Stream.of(number + 1, number - 1);
            case Boolean truth -> Stream.of(!truth);
            case List<?> list -> withoutOne(list);
            default -> others(value);
        };
    }

    private Stream<Object> others(Object value) {
        var allowed = parameter.limits().allowed();
        return allowed == null
                ? Stream.of(value + "~")
                : allowed.stream().filter(other -> !other.equals(value)).limit(1);
    }

    private static Stream<Object> withoutOne(List<?> list) {
        return IntStream.range(0, list.size()).mapToObj(dropped -> {
            var left = new ArrayList<Object>(list);
            left.remove(dropped);
            return left;
        });
    }

    private boolean isAllowed(Object value) {
        try {
            return new Parameter(parameter.type(), value, parameter.limits()).defaultValue() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
