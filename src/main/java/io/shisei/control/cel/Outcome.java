package io.shisei.control.cel;

import java.util.List;

/** What evaluating a condition came to. */
public sealed interface Outcome {

    /** The document is as demanded. */
    record Holds() implements Outcome {}

    /** It is not; the offending parts, in the order of the document, if the condition names them. */
    record Fails(List<Object> violations) implements Outcome {}

    /** The condition has nothing to say of this document. */
    record Excluded() implements Outcome {}

    /** It cannot be said: a gap was touched, or the evaluation failed. */
    record Unclear(String reason) implements Outcome {}
}
