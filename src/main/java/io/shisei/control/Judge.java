package io.shisei.control;

import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Outcome;
import io.shisei.control.cel.Read;
import io.shisei.inventory.Document;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A control with its compiled condition. */
record Judge(Control control, Condition condition) {

    private static final Verdict PASSED = new Verdict.Passed();
    private static final Verdict NOT_APPLICABLE = new Verdict.NotApplicable();

    Verdict judge(Document document, Map<String, Object> parameters) {
        var outcome = condition.judge(document, parameters);
        if (outcome instanceof Outcome.Fails fails) {
            return new Verdict.Failed(reason(fails, document));
        }
        if (outcome instanceof Outcome.Unclear unclear) {
            return new Verdict.Unknown(Reason.limited(unclear.reason()));
        }
        return outcome instanceof Outcome.Holds ? PASSED : NOT_APPLICABLE;
    }

    Evidence explain(Document document, Map<String, Object> parameters) {
        var values = new TreeMap<String, Object>();
        for (var read : condition.reads()) {
            var value = at(document, read);
            if (value != null) {
                values.put(read.name(), value);
            }
        }
        var outcome = condition.judge(document, parameters);
        return new Evidence(values, outcome instanceof Outcome.Fails fails ? fails.violations() : List.of());
    }

    /** The top-level fields that judging needs. */
    SortedSet<String> fields() {
        var fields = new TreeSet<String>();
        condition.reads().forEach(read -> fields.add(read.field()));
        return fields;
    }

    private String reason(Outcome.Fails fails, Document document) {
        return fails.violations().isEmpty()
                ? Reason.ofValues(condition.deciding(), read -> at(document, read))
                : Reason.ofViolations(fails.violations());
    }

    private static @Nullable Object at(Document document, Read read) {
        @Nullable Object value = document.fields();
        for (var step : read.path()) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value;
    }
}
