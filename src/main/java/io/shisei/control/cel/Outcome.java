package io.shisei.control.cel;

import io.shisei.control.Text;
import java.util.List;
import java.util.SortedSet;

/** What evaluating a condition came to. */
public sealed interface Outcome {

    /** The document is as demanded, which {@code reason} tells, if the condition has words for it. */
    record Holds(Text reason) implements Outcome {}

    /**
     * It is not.
     *
     * @param violations the offending parts that are proven, in the order of the document, if the condition names them
     * @param unread what could not be read or evaluated beside; it changes nothing about the failure
     * @param reason empty texts when the condition has no words for it
     */
    record Fails(List<Object> violations, SortedSet<String> unread, Text reason) implements Outcome {}

    /** The condition has nothing to say of this document. */
    record Excluded() implements Outcome {}

    /** It cannot be said; {@code causes} is what could not be read or evaluated and might change the outcome. */
    record Unclear(SortedSet<String> causes) implements Outcome {}
}
