package io.shisei.control.cel;

import com.google.common.collect.Sets;
import dev.cel.bundle.Cel;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.check.Content;
import io.shisei.control.cel.function.Names;
import io.shisei.control.cel.reason.Telling;
import io.shisei.control.cel.value.CelShapes;
import io.shisei.control.cel.value.Shape;
import io.shisei.control.cel.value.StructView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The compiling of one condition: definitions first, each before those that use it, reasons last. */
final class Compilation {

    private final CelShapes shapes;
    private final Clauses clauses;
    private final StructView tables;
    private final List<Flaw> flaws = new ArrayList<>();
    private final ClauseCompiler compiler;
    private final Uses graph;
    private final Map<String, Clause> definitions = new HashMap<>();

    Compilation(Cel cel, CelCompiler compiler, CelShapes shapes, StructView tables, Clauses clauses) {
        this.shapes = shapes;
        this.tables = tables;
        this.clauses = clauses;
        this.compiler = new ClauseCompiler(cel, compiler, clauses, flaws);
        this.graph = new Uses(cel, clauses.definitions());
    }

    Condition condition() throws FlawedCondition {
        flaws.addAll(graph.flaws());
        graph.order().forEach(name -> define(name, clauses.definitions().getOrDefault(name, "")));
        var applies = clauses.applies();
        var filter = applies == null ? null : compiler.compile(Clauses.APPLIES, applies);
        var demand = compiler.compile(clauses.kind().name().toLowerCase(Locale.ROOT), clauses.demand());
        expect(filter, CelKind.BOOL, "true or false");
        expect(
                demand,
                clauses.kind() == Demand.PASSES ? CelKind.BOOL : CelKind.LIST,
                clauses.kind() == Demand.PASSES ? "true or false" : "a list of the offending parts");
        unused();
        constant(filter);
        constant(demand);
        throwIfFlawed();
        return assemble(filter, demand);
    }

    private void throwIfFlawed() throws FlawedCondition {
        if (!flaws.isEmpty()) {
            throw new FlawedCondition(flaws);
        }
    }

    private Condition assemble(@Nullable Clause filter, @Nullable Clause demand) throws FlawedCondition {
        if (demand == null) {
            throw new IllegalStateException("a demand without a flaw is compiled");
        }
        var deciding = reads(demand);
        var all = new HashSet<>(deciding);
        var use = use(demand);
        if (filter != null) {
            all.addAll(reads(filter));
            use = use.and(use(filter));
        }
        var told = new Telling(compiler, this::reads, flaws).told(clauses, demand, all);
        throwIfFlawed();
        return new Condition(
                shapes.of(clauses.resource()),
                new Shape(clauses.params(), shapes),
                new Names(compiled(), tables),
                new Condition.Decision(filter == null ? null : filter.compiled(), demand.compiled()),
                told,
                Reads.of(clauses.resource(), all),
                Reads.of(clauses.resource(), deciding),
                use,
                clauses);
    }

    private Map<String, Expression> compiled() {
        return definitions.values().stream().collect(Collectors.toUnmodifiableMap(Clause::name, Clause::compiled));
    }

    private void define(String name, String text) {
        var clause = compiler.compile(name, text);
        if (clause == null) {
            compiler.declare(name, SimpleType.DYN, Set.of(), Content.OPEN);
        } else {
            compiler.declare(name, clause.type(), clause.origins(), clause.content());
            definitions.put(name, clause);
        }
    }

    /** The clause itself, and the definitions that it uses, also through others. */
    private Stream<Clause> whole(Clause clause) {
        var used = graph.from(clause.names()).stream().filter(definitions::containsKey);
        return Stream.concat(Stream.of(clause), used.map(definitions::get));
    }

    private Set<List<String>> reads(Clause clause) {
        return whole(clause).flatMap(part -> part.reads().stream()).collect(Collectors.toSet());
    }

    private Use use(Clause clause) {
        return whole(clause).map(Clause::use).reduce(Use.NOTHING, Use::and);
    }

    private void expect(@Nullable Clause clause, CelKind kind, String what) {
        if (clause != null && clause.type().kind() != kind) {
            var is = clause.type().name();
            flaws.add(new Flaw(clause.name(), 1, 1, "this should come to " + what + ", but its type is " + is));
        }
    }

    private void unused() {
        var used = clauses.texts().flatMap(text -> graph.of(text).stream()).collect(Collectors.toSet());
        clauses.definitions().keySet().stream()
                .filter(name -> !used.contains(name))
                .filter(name -> flaws.stream().noneMatch(flaw -> flaw.clause().equals(name)))
                .forEach(name -> flaws.add(new Flaw(name, 1, 1, "'" + name + "' is never used: remove it")));
    }

    private void constant(@Nullable Clause clause) {
        if (clause != null && whole(clause).noneMatch(Compilation::dependsOnResource)) {
            flaws.add(
                    new Flaw(clause.name(), 1, 1, "this reads nothing of the resource, it says the same of every one"));
        }
    }

    private static boolean dependsOnResource(Clause clause) {
        return !clause.reads().isEmpty()
                || !Sets.intersection(clause.names(), Evaluation.OCCASION).isEmpty();
    }
}
