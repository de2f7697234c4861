package io.shisei.control.cel.check;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which texts the value of an expression can hold, as far as it can be told. */
public sealed interface Content {

    Content OPEN = new Open();
    Content NOTHING = new Nothing();

    /** Anything at all. */
    record Open() implements Content {}

    /** No value: the element of an empty list. */
    record Nothing() implements Content {}

    /**
     * A text out of these.
     *
     * @param types enumerations whose words it may be
     * @param written texts as the expression has them, each with the node where it stands
     */
    record Text(Set<Words> types, Map<String, Long> written) implements Content {

        static Text literal(String text, long node) {
            return new Text(Set.of(), Map.of(text, node));
        }

        private Text and(Text other) {
            var allTypes = new HashSet<>(types);
            allTypes.addAll(other.types);
            var allWritten = new HashMap<>(written);
            other.written.forEach(allWritten::putIfAbsent);
            return new Text(allTypes, allWritten);
        }
    }

    record Items(Content element) implements Content {}

    record Table(Content keys, Content values) implements Content {}

    record Fields(Struct struct) implements Content {}

    static Content of(FieldType type) {
        return switch (type) {
            case Scalar ignored -> OPEN;
            case Words words -> new Text(Set.of(words), Map.of());
            case ListOf list -> new Items(of(list.element()));
            case MapOf map -> new Table(of(map.key()), of(map.value()));
            case Struct struct -> new Fields(struct);
        };
    }

    /** What may be this or the other. */
    default Content or(Content other) {
        if (equals(other) || other instanceof Nothing) {
            return this;
        }
        if (this instanceof Nothing) {
            return other;
        }
        if (this instanceof Text text && other instanceof Text more) {
            return text.and(more);
        }
        if (this instanceof Items items && other instanceof Items more) {
            return new Items(items.element.or(more.element));
        }
        return this instanceof Table table && other instanceof Table more
                ? new Table(table.keys.or(more.keys), table.values.or(more.values))
                : OPEN;
    }

    /** What a list or a map is entered for: an element, or the value of a key. */
    default Content inside() {
        return switch (this) {
            case Items items -> items.element;
            case Table table -> table.values;
            default -> OPEN;
        };
    }

    /** What a loop goes over. */
    default Content each() {
        return this instanceof Table table ? table.keys : inside();
    }
}
