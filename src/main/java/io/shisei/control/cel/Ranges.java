package io.shisei.control.cel;

import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.util.List;
import java.util.Map;

/** Ranges of whole numbers, as parameters of controls name them. */
public final class Ranges {

    private static final String FIRST = "First";
    private static final String LAST = "Last";

    /** How conditions see a range. */
    public static final Struct SHAPE = new Struct("params.Range", () -> Map.of(FIRST, Scalar.INT, LAST, Scalar.INT));

    private Ranges() {}

    /** A range in the form of {@link #SHAPE}. */
    public static Map<String, Object> of(long first, long last) {
        return Map.of(FIRST, first, LAST, last);
    }

    /** Whether all numbers from {@code first} to {@code last} are in the same one of these ranges. */
    static boolean covers(List<?> ranges, long first, long last) {
        for (var element : ranges) {
            var range = (StructView) element;
            if ((long) range.select(FIRST) <= first && last <= (long) range.select(LAST)) {
                return true;
            }
        }
        return false;
    }
}
