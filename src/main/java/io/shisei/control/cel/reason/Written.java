package io.shisei.control.cel.reason;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import io.shisei.control.Text;
import io.shisei.control.cel.partial.Uncertain;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as sentences show them: {@code ?} where they were not read, a dash where there is nothing. */
final class Written {

    static final String UNREAD = "?";

    private static final String NOTHING = "–";
    private static final int LONGEST = 200;

    private Written() {}

    /** Whether values of this type can be written. */
    static boolean isPossible(CelType type) {
        return switch (type.kind()) {
            case STRING, INT, UINT, DOUBLE, BOOL, TIMESTAMP, DYN -> true;
            case LIST -> isPossible(((ListType) type).elemType());
            default -> false;
        };
    }

    static String of(Object value) {
        return Text.shortened(text(value), LONGEST);
    }

    private static String text(Object value) {
        return switch (value) {
            case Uncertain uncertain ->
                Stream.concat(Uncertain.certainMembers(uncertain).stream().map(Written::text), Stream.of(UNREAD))
                        .distinct()
                        .collect(Collectors.joining(", "));
            case List<?> list ->
                list.isEmpty() ? NOTHING : list.stream().map(Written::text).collect(Collectors.joining(", "));
            case String text -> text.isBlank() ? NOTHING : text;
            case Double number -> number(number);
            case Instant at -> at.equals(Instant.EPOCH) ? NOTHING : at.toString();
            case Optional<?> optional -> optional.map(Written::text).orElse(NOTHING);
            default -> value.toString();
        };
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
