package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.inventory.Document;
import java.util.Objects;

/** What the controls that ship say of their examples. */
final class Judged {

    private static final Catalogue CATALOGUE = Shipped.CATALOGUE;

    private Judged() {}

    static Verdict example(Control control, Example example) {
        return example(control, example, example.document());
    }

    /** What is said of {@code document} on the occasion of {@code example}. */
    static Verdict example(Control control, Example example, Document document) {
        return judge(Objects.requireNonNull(CATALOGUE.judges().get(control.id())), example, document);
    }

    /** What a control of any catalogue says of its example. */
    static Verdict example(Judge judge, Example example) {
        return judge(judge, example, example.document());
    }

    private static Verdict judge(Judge judge, Example example, Document document) {
        return judge.of(example.type())
                .orElseThrow()
                .judge(document, judge.seen(example.parameters()), example.occasion());
    }
}
