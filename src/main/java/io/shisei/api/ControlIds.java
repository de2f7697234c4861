package io.shisei.api;

import io.shisei.api.problem.Refused;
import io.shisei.control.ControlId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the controls that a body chooses. */
final class ControlIds {

    private ControlIds() {}

    /** In the order given; null means all. */
    static @Nullable List<ControlId> read(@Nullable List<String> ids) {
        if (ids != null && ids.isEmpty()) {
            throw Refused.malformed("#/controlIds", "is empty: name a control, or leave it out (null) for all");
        }
        return ids == null
                ? null
                : IntStream.range(0, ids.size())
                        .mapToObj(i -> control(i, String.valueOf(ids.get(i)))) // JSON may have a null
                        .toList();
    }

    private static ControlId control(int index, String id) {
        try {
            return new ControlId(id);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("#/controlIds/" + index, String.valueOf(e.getMessage()));
        }
    }
}
