package io.shisei.control.cel.reason;

import dev.cel.common.types.ListType;
import io.shisei.control.Text;
import io.shisei.control.cel.Clause;
import io.shisei.control.cel.ClauseCompiler;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Evaluation;
import io.shisei.control.cel.Expression;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.Judging;
import io.shisei.control.cel.reason.Template.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles the reasons of a condition, and notes what is wrong with them. */
public final class Telling {

    private final ClauseCompiler compiler;
    private final Function<Clause, Set<List<String>>> reads;
    private final List<Flaw> flaws;

    /**
     * @param compiler that of the condition's clauses
     * @param reads what an expression reads, also through definitions
     */
    public Telling(ClauseCompiler compiler, Function<Clause, Set<List<String>>> reads, List<Flaw> flaws) {
        this.compiler = compiler;
        this.reads = reads;
        this.flaws = flaws;
    }

    /** @param read what the clauses read */
    public Sentences told(Clauses clauses, Clause demand, Set<List<String>> read) {
        var reasons = clauses.reasons();
        var free = read.stream().map(List::getFirst).collect(Collectors.toSet());
        var passed = sentence(Reasons.PASSED, reasons.passed(), reasons.costly(), free);
        if (clauses.kind() == Demand.VIOLATIONS && demand.type() instanceof ListType list) {
            compiler.declare(
                    Judging.VIOLATION,
                    list.elemType(),
                    demand.origins(),
                    demand.content().inside());
        }
        return new Sentences(passed, sentence(Reasons.FAILED, reasons.failed(), reasons.costly(), free));
    }

    private @Nullable Sentence sentence(String name, @Nullable Text text, Set<String> costly, Set<String> free) {
        if (text == null) {
            return null;
        }
        var en = template(name + ".en", text.en());
        var ja = template(name + ".ja", text.ja());
        if (en == null || ja == null) {
            return null;
        }
        onlyIn(name + ".en", text.en(), en, ja);
        onlyIn(name + ".ja", text.ja(), ja, en);
        var values = values(name + ".en", text.en(), en, costly, free);
        var order = List.copyOf(values.keySet());
        return new Sentence(wording(en, order), wording(ja, order), List.copyOf(values.values()));
    }

    private @Nullable Template template(String name, String text) {
        try {
            return Template.of(text);
        } catch (Template.Unbalanced e) {
            note(name, text, e.at(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void onlyIn(String name, String text, Template one, Template other) {
        one.slots().stream()
                .filter(slot -> !other.expressions().contains(slot.expression()))
                .forEach(slot -> note(
                        name, text, slot.start(), "this does not stand in the other language: both tell the same"));
    }

    private Map<String, Expression> values(
            String name, String text, Template template, Set<String> costly, Set<String> free) {
        var values = new LinkedHashMap<String, Expression>();
        for (var slot : template.slots()) {
            var clause = compiler.compile(name, inPlace(text, slot));
            if (clause != null) {
                check(clause, slot, text, costly, free);
                values.put(slot.expression(), clause.compiled());
            }
        }
        return values;
    }

    private void check(Clause clause, Slot slot, String text, Set<String> costly, Set<String> free) {
        if (!Written.isPossible(clause.type())) {
            note(
                    clause.name(),
                    text,
                    slot.start(),
                    "texts, numbers, truths, instants and lists of them can be written, but the type of this is "
                            + clause.type().name());
        }
        if (clause.names().contains(Evaluation.NOW)) {
            note(clause.name(), text, slot.start(), "this is another text each day, for no reason: write the date");
        }
        reads.apply(clause).stream()
                .map(List::getFirst)
                .distinct()
                .filter(field -> costly.contains(field) && !free.contains(field))
                .forEach(field -> note(
                        clause.name(),
                        text,
                        slot.start(),
                        "'" + field + "' would be read for this reason alone: use what the clauses read"));
    }

    private static Sentence.Wording wording(Template template, List<String> order) {
        var slots = new ArrayList<Integer>();
        template.slots().forEach(slot -> slots.add(order.indexOf(slot.expression())));
        return new Sentence.Wording(template.words(), slots);
    }

    private void note(String name, String text, int at, String message) {
        var before = text.substring(0, at);
        var line = (int) before.chars().filter(c -> c == '\n').count();
        flaws.add(new Flaw(name, line + 1, at - before.lastIndexOf('\n'), message));
    }

    /** Behind blanks, so that the compiler tells of flaws where they stand in the sentence. */
    private static String inPlace(String text, Slot slot) {
        return text.substring(0, slot.start()).replaceAll("[^\n]", " ") + slot.expression();
    }
}
