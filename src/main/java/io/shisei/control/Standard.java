package io.shisei.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A set of controls that someone requires.
 *
 * @param id {@code fsbp}
 * @param controls those that count for its score
 * @param retired controls that its publisher took out of it, and when; we still judge them
 * @param unjudged all others that are or were in it, sorted by id
 */
public record Standard(
        String id,
        Text name,
        SortedSet<ControlId> controls,
        Map<ControlId, LocalDate> retired,
        List<Standing> unjudged) {

    /** The id of AWS Foundational Security Best Practices, which accounts are held against unless somebody names another. */
    public static final String FSBP = "fsbp";

    /** How many controls it has today. */
    public int size() {
        return controls.size()
                + (int) unjudged.stream().filter(it -> it.retired() == null).count();
    }
}
