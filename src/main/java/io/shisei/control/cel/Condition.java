package io.shisei.control.cel;

import io.shisei.control.Occasion;
import io.shisei.control.cel.function.Names;
import io.shisei.control.cel.partial.Budget;
import io.shisei.control.cel.reason.Sentences;
import io.shisei.control.cel.value.DocumentView;
import io.shisei.control.cel.value.Shape;
import io.shisei.control.cel.value.StructView;
import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A compiled condition; safe to share between threads. */
public final class Condition {

    private static final long STEPS = 5_000_000;
    private static final String TOO_LONG = "the condition takes more than " + STEPS + " steps on this resource";

    static final Outcome EXCLUDED = new Outcome.Excluded();

    private final Shape resource;
    private final Shape params;
    private final Names names;
    private final Decision decision;
    private final Sentences told;
    private final SortedSet<Read> reads;

    /** What its demand reads, leaving out what only decides whether it applies. */
    private final SortedSet<Read> deciding;

    private final Use use;
    private final Clauses clauses;

    Condition(
            Shape resource,
            Shape params,
            Names names,
            Decision decision,
            Sentences told,
            SortedSet<Read> reads,
            SortedSet<Read> deciding,
            Use use,
            Clauses clauses) {
        this.resource = resource;
        this.params = params;
        this.names = names;
        this.decision = decision;
        this.told = told;
        this.reads = reads;
        this.deciding = deciding;
        this.use = use;
        this.clauses = clauses;
    }

    /** All that the condition may read of a document. */
    public SortedSet<Read> reads() {
        return reads;
    }

    /** The parameters and tables that it uses. */
    public Use use() {
        return use;
    }

    /** How it is written. */
    public Clauses clauses() {
        return clauses;
    }

    /**
     * Evaluates the condition; never throws for what stands in the document. What would take very long is unclear: one
     * resource must not keep a scan from going on.
     */
    public Outcome judge(Document document, Map<String, Object> parameters, Occasion occasion) {
        try {
            var judging = judging(document, parameters, occasion, new Budget(STEPS));
            return withUnread(document, judging.outcome(decision, told));
        } catch (Budget.Spent spent) {
            return new Outcome.Unclear(new TreeSet<>(List.of(TOO_LONG)));
        }
    }

    /**
     * As {@link #judge}, for conditions that nobody has looked at.
     *
     * @throws Budget.Spent when it takes more steps than {@code budget} has
     */
    public Outcome tryOn(Document document, Map<String, Object> parameters, Occasion occasion, Budget budget) {
        return withUnread(
                document, judging(document, parameters, occasion, budget).stepwise(decision, told));
    }

    private Judging judging(Document document, Map<String, Object> parameters, Occasion occasion, Budget budget) {
        var view = new DocumentView(resource, document);
        return new Judging(view, new StructView(params, parameters), occasion, names, budget);
    }

    private Outcome withUnread(Document document, Outcome outcome) {
        return outcome instanceof Outcome.Fails fails && fails.violations().isEmpty()
                ? new Outcome.Fails(List.of(), unread(document, fails), fails.reason())
                : outcome;
    }

    /** A demand that names no violations shows all that it reads, and so what of that could not be read. */
    private SortedSet<String> unread(Document document, Outcome.Fails fails) {
        var unread = new TreeSet<>(fails.unread());
        for (var read : deciding) {
            var gap = document.gap(read.field());
            if (gap != null) {
                unread.add(gap.summary());
            }
        }
        return unread;
    }

    /** What decides: whether the condition applies (null: always), and what it demands. */
    record Decision(@Nullable Expression applies, Expression demand) {}
}
