package io.shisei.finding.resource;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What one control says of a resource.
 *
 * @param control null: the product does not have it any more
 * @param finding what it says, or said last; null where it never found anything
 */
public record ResourceVerdict(
        ControlId id,
        @Nullable Control control,
        State state,
        @Nullable Finding finding) {

    /** How far what it says counts. */
    public enum State {
        /** The finding has the verdict. */
        JUDGED,
        NOT_APPLICABLE,
        /** It is on, and has not looked at this resource since. */
        NOT_EVALUATED,
        /** The finding has the last verdict, and why it is archived. */
        ARCHIVED
    }
}
