package io.shisei.control;

import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every control that can be judged, with its settings. */
public final class Controls {

    /** All controls, sorted by id. */
    public List<Control> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<Control> find(ControlId id) {
        throw new UnsupportedOperationException();
    }

    public List<Standard> standards() {
        throw new UnsupportedOperationException();
    }

    /** Whether the control is switched on, and the values of its parameters. */
    public Setting setting(ControlId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes what is not null, from the next scan on.
     *
     * @param parameters by name; a name left out keeps its value
     * @throws InvalidSetting when there is no such parameter, or the value is not of its type
     */
    public Setting change(ControlId id, @Nullable Boolean enabled, @Nullable Map<String, Object> parameters) {
        throw new UnsupportedOperationException();
    }

    /** What a scan judges: the enabled controls, or those of them that are in {@code only}. */
    public Plan plan(@Nullable Set<ControlId> only) {
        throw new UnsupportedOperationException();
    }

    /** Why the control, as it is set now, judges {@code document} as it does. */
    public Evidence explain(Control control, Document document) {
        throw new UnsupportedOperationException();
    }

    /** The settings of a control; {@code parameters} has a value for each parameter. */
    public record Setting(boolean enabled, Map<String, Object> parameters) {}

    /** A setting that cannot be; {@code field} names what is wrong. */
    public static final class InvalidSetting extends IllegalArgumentException {
        private final String field;

        InvalidSetting(String field, String detail) {
            super(detail);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }
}
