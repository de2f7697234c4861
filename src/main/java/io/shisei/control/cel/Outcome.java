package io.shisei.control.cel;

import java.util.List;
import java.util.SortedSet;

/** What evaluating a condition came to. */
public sealed interface Outcome {

    /** The document is as demanded. */
    record Holds() implements Outcome {}

    /**
     * It is not.
     *
     * @param violations the offending parts that are proven, in the order of the document, if the condition names them
     * @param unread what could not be read or evaluated beside; it changes nothing about the failure
     */
    record Fails(List<Object> violations, SortedSet<String> unread) implements Outcome {}

    /** The condition has nothing to say of this document. */
    record Excluded() implements Outcome {}

    /** It cannot be said; {@code causes} is what could not be read or evaluated and might change the outcome. */
    record Unclear(SortedSet<String> causes) implements Outcome {}
}
