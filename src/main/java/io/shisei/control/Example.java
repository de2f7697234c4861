package io.shisei.control;

import io.shisei.inventory.Document;

/**
 * A document and what its control says of it: a test of the control, and an explanation on its page.
 *
 * @param verdict what the control says; only {@code ABSENT} leaves it open
 */
public record Example(String name, Outcome expected, Class<? extends Verdict> verdict, Document document) {

    public Example(String name, Outcome expected, Document document) {
        this(name, expected, expected.verdict, document);
    }

    /** {@code ABSENT}: the setting is absent; {@link #verdict} tells what the control says of that. */
    public enum Outcome {
        PASSES(Verdict.Passed.class),
        FAILS(Verdict.Failed.class),
        ABSENT(Verdict.NotApplicable.class),
        UNKNOWN(Verdict.Unknown.class);

        private final Class<? extends Verdict> verdict;

        Outcome(Class<? extends Verdict> verdict) {
            this.verdict = verdict;
        }
    }
}
