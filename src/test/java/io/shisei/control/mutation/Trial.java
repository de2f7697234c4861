package io.shisei.control.mutation;

import io.shisei.control.WrittenCondition;
import io.shisei.control.WrittenControl;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.FlawedCondition;
import io.shisei.control.mutation.Mutants.Mutant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mutants of one control, judged by its examples. */
public final class Trial {

    private final WrittenControl control;
    private final Conditions compiler;
    private final Tally tally;

    private Trial(WrittenControl control, Conditions compiler) {
        this.control = control;
        this.compiler = compiler;
        this.tally = new Tally(control.id());
    }

    /** @param compiler used by nobody else meanwhile */
    public static Tally of(WrittenControl control, Conditions compiler) {
        var trial = new Trial(control, compiler);
        control.conditions().forEach(trial::condition);
        control.parameters()
                .forEach((name, parameter) -> new Defaults(parameter)
                        .others()
                        .forEach(other -> trial.defaultOf(name, String.valueOf(parameter.defaultValue()), other)));
        return trial.tally;
    }

    private void condition(WrittenCondition written) {
        var texts = written.texts();
        if (control.tells(written, compiled(written, texts).orElseThrow())) {
            throw new IllegalStateException(control.id() + " is not as its examples say: ExampleTests tells more");
        }
        var operators = new Operators(Texts.of(written.type().shape()));
        var trees = new LinkedHashMap<String, Written>();
        texts.forEach((clause, text) -> trees.put(clause, Written.of(text)));
        var notes = Notes.of(trees);
        trees.forEach((clause, tree) ->
                Mutants.of(tree, operators, notes).forEach(mutant -> mutant(written, clause, mutant)));
        if (texts.containsKey(Clauses.APPLIES)) {
            mutant(written, Clauses.APPLIES, new Mutant(1, 1, oneLine(texts.get(Clauses.APPLIES)), "(always)", ""));
        }
    }

    private void mutant(WrittenCondition written, String clause, Mutant mutant) {
        var texts = written.texts();
        if (mutant.text().isEmpty()) {
            texts.remove(clause);
        } else {
            texts.put(clause, mutant.text());
        }
        var compiled = compiled(written, texts);
        if (compiled.isEmpty()) {
            tally.refused();
        } else if (control.tells(written, compiled.get())) {
            tally.killed();
        } else {
            var line = written.line(clause, mutant.line(), mutant.column());
            tally.survived(survivor(
                    line,
                    where(written, clause),
                    mutant.original(),
                    mutant.changed(),
                    written.texts() + mutant.text()));
        }
    }

    private String where(WrittenCondition written, String clause) {
        return control.conditions().size() == 1 ? clause : written.type().name() + " " + clause;
    }

    private void defaultOf(String name, String original, Object other) {
        if (control.tells(Map.of(name, other))) {
            tally.killed();
        } else {
            var texts =
                    control.conditions().stream().map(WrittenCondition::texts).toList();
            tally.survived(survivor(
                    control.line(name), "default of " + name, original, String.valueOf(other), texts.toString()));
        }
    }

    private Survivor survivor(int line, String clause, String original, String changed, String condition) {
        return new Survivor(control.file() + ":" + line, control.id(), clause, original, changed, condition);
    }

    private Optional<Condition> compiled(WrittenCondition written, Map<String, String> texts) {
        try {
            return Optional.of(compiler.compile(written.clauses(used(texts, written.demand()))));
        } catch (FlawedCondition e) {
            return Optional.empty();
        }
    }

    /** Without the definitions that a dropped clause, or the reasons alone, used: the compiler refuses such. */
    private static Map<String, String> used(Map<String, String> texts, String demand) {
        var open = new ArrayDeque<>(List.of(demand, Clauses.APPLIES));
        Set<String> used = new HashSet<>();
        while (!open.isEmpty()) {
            var name = open.pop();
            if (texts.containsKey(name) && used.add(name)) {
                open.addAll(Written.of(texts.get(name)).names());
            }
        }
        var left = new LinkedHashMap<>(texts);
        left.keySet().retainAll(used);
        return left;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
