package io.shisei.control;

import java.util.SortedSet;

/** What a finding says of why it is so, beyond the sentences of its control. */
final class Reason {

    private static final int LONGEST = 500;

    private Reason() {}

    /** What the control says, and below it what could not be read and changes nothing. */
    static Text ofFailure(Text said, SortedSet<String> unread) {
        if (unread.isEmpty()) {
            return said;
        }
        var beside = (said.en().isEmpty() ? "" : "\n") + "? (" + ofCauses(unread) + ")";
        return new Text(said.en() + beside, said.ja() + beside);
    }

    /** What keeps a verdict from being known; sorted, so that an unchanged resource has the same reason. */
    static String ofCauses(SortedSet<String> causes) {
        return Text.shortened(String.join(", ", causes), LONGEST);
    }
}
