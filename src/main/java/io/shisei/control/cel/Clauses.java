package io.shisei.control.cel;

import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a condition as they were written.
 *
 * @param resource the shape of the variable {@code resource}
 * @param params the shape of the variable {@code params}
 * @param definitions expressions by the name under which the others use them
 * @param applies whether the condition has anything to say; null: always
 * @param demand a truth, or the list of the offending parts
 * @param kind which of the two {@code demand} is
 * @param dictionary the words that may be compared with enumerations
 * @param reasons what is said of the verdicts
 */
public record Clauses(
        FieldType.Struct resource,
        FieldType.Struct params,
        Map<String, String> definitions,
        @Nullable String applies,
        String demand,
        Demand kind,
        Dictionary dictionary,
        Reasons reasons) {

    /** The clause of this name, as flaws are reported. */
    public static final String APPLIES = "applies";

    public Clauses {
        definitions = new LinkedHashMap<>(definitions);
    }

    /** All expressions but the definitions. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(applies == null ? "" : applies, demand), reasons.expressions());
    }

    /** How a demand is spelt. */
    public enum Demand {
        PASSES,
        VIOLATIONS
    }
}
