package io.shisei.control;

import io.shisei.inventory.Document;
import java.time.Instant;
import java.util.Map;

/**
 * A document and what its control says of it: a test of the control, and an explanation on its page.
 *
 * @param type the name of the resource's type
 * @param verdict what the control says; only {@code ABSENT} leaves it open
 * @param parameters those that are set for it, as valid values; the others are as by default
 * @param occasion when and where it is judged
 */
public record Example(
        String name,
        String type,
        Outcome expected,
        Class<? extends Verdict> verdict,
        Map<String, Object> parameters,
        Occasion occasion,
        Document document) {

    /** That of examples which do not tell theirs. */
    public static final Occasion OCCASION =
            new Occasion(Instant.parse("2026-09-01T00:00:00Z"), "123456789012", "aws", "us-east-1");

    public Example(String name, String type, Outcome expected, Document document) {
        this(name, type, expected, expected.verdict, Map.of(), OCCASION, document);
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
