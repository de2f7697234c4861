package io.shisei.dashboard.scan;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.finding.history.Moved;
import io.shisei.finding.history.Transition;
import org.jspecify.annotations.Nullable;

/** A movement with its control's title; a control that is no more has none. */
record MoveRow(
        ControlId control,
        @Nullable Severity severity,
        @Nullable Text title,
        Transition transition) {

    static MoveRow of(Moved moved, Controls controls) {
        var control = controls.find(moved.control());
        return new MoveRow(
                moved.control(),
                control.map(Control::severity).orElse(null),
                control.map(Control::title).orElse(null),
                moved.transition());
    }
}
