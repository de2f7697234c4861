package io.shisei.control;

import java.util.Comparator;

/** The id of a control as Security Hub writes it, {@code S3.8}. Sorted by service, then by number. */
public record ControlId(String value) implements Comparable<ControlId> {

    private static final Comparator<ControlId> ORDER = Comparator.comparing(
                    ControlId::service, String.CASE_INSENSITIVE_ORDER)
            .thenComparingInt(ControlId::number);

    public ControlId {
        if (!value.matches("[A-Za-z][A-Za-z0-9]{0,31}\\.\\d{1,4}")) {
            throw new IllegalArgumentException("'" + value + "' is not the id of a control, such as S3.8");
        }
    }

    public String service() {
        return value.substring(0, value.indexOf('.'));
    }

    private int number() {
        return Integer.parseInt(value.substring(value.indexOf('.') + 1));
    }

    @Override
    public int compareTo(ControlId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }
}
