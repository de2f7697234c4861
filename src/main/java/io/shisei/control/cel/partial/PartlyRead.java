package io.shisei.control.cel.partial;

import org.jspecify.annotations.Nullable;

/** A structure of which some fields could not be read. */
public interface PartlyRead {

    /** Why {@code field} could not be read; null when it was. */
    @Nullable
    String unread(String field);

    /** What of a field is known in spite of that: what stands in a list or map that is incomplete; null where nothing is. */
    @Nullable
    Object known(String field);
}
