package io.shisei.control.trial;

import io.shisei.control.ControlId;
import io.shisei.control.Evidence;
import io.shisei.control.Text;
import io.shisei.control.Verdict;
import java.util.SortedSet;

/**
 * What a control says of a document that it was tried on.
 *
 * @param type the type of the document
 * @param verdict what it says
 * @param evidence what it read
 * @param actions the IAM actions that reading such a resource for it takes
 */
public record Tried(ControlId control, String type, Verdict verdict, Evidence evidence, SortedSet<String> actions) {

    /** The verdict in a word, Security Hub's where it has one. */
    public enum Word {
        PASSED,
        FAILED,
        WARNING,
        NOT_APPLICABLE
    }

    public Word word() {
        return switch (verdict) {
            case Verdict.Passed passed -> Word.PASSED;
            case Verdict.Failed failed -> Word.FAILED;
            case Verdict.Unknown unknown -> Word.WARNING;
            case Verdict.NotApplicable none -> Word.NOT_APPLICABLE;
        };
    }

    /** Why; empty where nothing is said. */
    public Text reason() {
        return switch (verdict) {
            case Verdict.Passed passed -> passed.reason();
            case Verdict.Failed failed -> failed.reason();
            case Verdict.Unknown unknown -> Text.same(unknown.reason());
            case Verdict.NotApplicable none -> Text.NONE;
        };
    }
}
