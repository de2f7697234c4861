package io.shisei.control;

/** What a control says of a resource. */
public sealed interface Verdict {

    /** The resource is as the control demands; {@code reason} is empty where the control does not say why. */
    record Passed(Text reason) implements Verdict {}

    /** It is not; {@code reason} has a line for each thing that is wrong, and one for what could not be read beside. */
    record Failed(Text reason) implements Verdict {}

    /** The control has nothing to say of this resource; there is no finding. */
    record NotApplicable() implements Verdict {}

    /** A part that the control reads could not be read; {@code reason} names the IAM action and the error. */
    record Unknown(String reason) implements Verdict {}
}
