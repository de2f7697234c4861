package io.shisei.control;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one control of a standard here.
 *
 * @param judged whether it is judged, be it retired or not
 * @param retired when its publisher took it out of the standard; null while it is in
 * @param differs how it differs from its publisher's; null where it does not, or is not judged
 */
public record Standing(
        ControlId id,
        Text title,
        Severity severity,
        boolean judged,
        @Nullable LocalDate retired,
        @Nullable Difference differs) {

    /** Of a control that is in the standard, whether it is judged; of another one, that it is out of it. */
    public enum State {
        EVALUATED,
        PLANNED,
        RETIRED
    }

    static Standing of(Control control, @Nullable LocalDate retired) {
        return new Standing(control.id(), control.title(), control.severity(), true, retired, control.differs());
    }

    public State state() {
        if (retired != null) {
            return State.RETIRED;
        }
        return judged ? State.EVALUATED : State.PLANNED;
    }
}
