package io.shisei.api.control;

import io.shisei.control.ControlId;
import java.util.List;
import java.util.Locale;

/** Sorts lists by the id of a control as {@link ControlId} does: by service, then by number. */
final class ControlKey {

    private ControlKey() {}

    static List<String> of(String id) {
        var dot = id.indexOf('.');
        return List.of(
                id.substring(0, dot).toLowerCase(Locale.ROOT),
                "%04d".formatted(Integer.parseInt(id.substring(dot + 1))));
    }
}
