package io.shisei.control;

import io.shisei.refusal.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The id of a control as Security Hub writes it, {@code S3.8}. Sorted by service, then by number. */
public record ControlId(String value) implements Comparable<ControlId> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}\\.\\d{1,4}");

    /** Of numbers in one service, the shorter is the smaller. */
    private static final Comparator<ControlId> ORDER = Comparator.comparing(
                    ControlId::service, String.CASE_INSENSITIVE_ORDER)
            .thenComparingInt(id -> id.value.length())
            .thenComparing(ControlId::value);

    public ControlId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not the id of a control, such as S3.8");
        }
    }

    /**
     * The controls that somebody chose, by their ids, each once; null means all.
     *
     * @throws Refusal.Invalid when none is chosen, or something is not the id of a control
     */
    public static @Nullable List<ControlId> parse(@Nullable List<String> ids) {
        return ids == null
                ? null
                : chosen(IntStream.range(0, ids.size())
                        .mapToObj(i -> parse("controlIds/" + i, String.valueOf(ids.get(i)))) // JSON may have a null
                        .toList());
    }

    /** The one of a field: @throws Refusal.Invalid when it is not the id of a control */
    public static ControlId parse(String field, String id) {
        try {
            return new ControlId(id);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Invalid(ControlCode.NOT_A_CONTROL, field, id);
        }
    }

    /** As {@link #parse}. */
    public static @Nullable List<ControlId> chosen(@Nullable List<ControlId> ids) {
        if (ids != null && ids.isEmpty()) {
            throw new Refusal.Invalid(ControlCode.NO_CONTROL, "controlIds");
        }
        return ids == null ? null : ids.stream().distinct().toList();
    }

    public String service() {
        return value.substring(0, value.indexOf('.'));
    }

    @Override
    public int compareTo(ControlId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }

    /** As the database takes several. */
    public static String[] texts(Collection<ControlId> ids) {
        return ids.stream().map(ControlId::value).toArray(String[]::new);
    }

    /** Those of controls, as the database takes several. */
    public static String[] textsOf(Collection<Control> controls) {
        return texts(controls.stream().map(Control::id).toList());
    }
}
