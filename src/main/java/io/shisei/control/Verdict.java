package io.shisei.control;

/** What a control says of a resource. */
public sealed interface Verdict {

    /** The resource is as the control demands. */
    record Passed() implements Verdict {}

    /** It is not; {@code reason} shows the values that decided, in no particular language, at most 500 characters. */
    record Failed(String reason) implements Verdict {}

    /** The control has nothing to say of this resource; there is no finding. */
    record NotApplicable() implements Verdict {}

    /** A part that the control reads could not be read; {@code reason} names the IAM action and the error. */
    record Unknown(String reason) implements Verdict {}
}
