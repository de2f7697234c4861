package io.shisei.control;

import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Outcome;
import io.shisei.control.cel.Read;
import io.shisei.inventory.Document;
import io.shisei.inventory.ResourceType;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A type of resource that a control judges, with the compiled condition on it. */
public record Target(ResourceType type, Condition condition) {

    private static final Verdict NOT_APPLICABLE = new Verdict.NotApplicable();

    public Verdict judge(Document document, Map<String, Object> parameters, Occasion occasion) {
        return verdict(condition.judge(document, parameters, occasion));
    }

    public Evidence explain(Document document, Map<String, Object> parameters, Occasion occasion) {
        return evidence(document, condition.judge(document, parameters, occasion));
    }

    /** What an outcome of the condition says of the resource. */
    public static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Holds holds -> new Verdict.Passed(holds.reason());
            case Outcome.Fails fails -> new Verdict.Failed(Reason.ofFailure(fails.reason(), fails.unread()));
            case Outcome.Excluded ignored -> NOT_APPLICABLE;
            case Outcome.Unclear unclear -> new Verdict.Unknown(Reason.ofCauses(unclear.causes()));
        };
    }

    /** What the condition read of the document to come to its outcome. */
    public Evidence evidence(Document document, Outcome outcome) {
        var values = new TreeMap<String, Object>();
        for (var read : condition.reads()) {
            var value = at(document, read);
            if (value != null) {
                values.put(read.name(), value);
            }
        }
        return switch (outcome) {
            case Outcome.Fails fails -> new Evidence(values, fails.violations(), fails.unread());
            case Outcome.Unclear unclear -> new Evidence(values, List.of(), unclear.causes());
            case Outcome.Holds ignored -> new Evidence(values, List.of(), new TreeSet<>());
            case Outcome.Excluded ignored -> new Evidence(values, List.of(), new TreeSet<>());
        };
    }

    /** The top-level fields that judging needs. */
    public SortedSet<String> fields() {
        var fields = new TreeSet<String>();
        condition.reads().forEach(read -> fields.add(read.field()));
        return fields;
    }

    private static @Nullable Object at(Document document, Read read) {
        @Nullable Object value = document.fields();
        for (var step : read.path()) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
