package io.shisei.control.cel;

import static java.util.stream.Collectors.joining;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.partial.PartialProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The compiling of one condition: definitions first, each before those that use it. */
final class Compilation {

    private static final List<String> DOCUMENT = List.of();

    private final Cel cel;
    private final Shapes shapes;
    private final Clauses clauses;
    private CelCompiler compiler;
    private final Map<String, Set<List<String>>> variables = new HashMap<>();
    private final Map<String, Set<List<String>>> readByDefinition = new HashMap<>();
    private final Map<String, Expression> definitions = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Compilation(Cel cel, CelCompiler compiler, Shapes shapes, Clauses clauses) {
        this.cel = cel;
        this.shapes = shapes;
        this.compiler = compiler;
        this.clauses = clauses;
        variables.put(Evaluation.RESOURCE, Set.of(DOCUMENT));
    }

    Condition condition() throws FlawedCondition {
        var graph = new Uses(cel, clauses.definitions());
        flaws.addAll(graph.flaws());
        graph.order().forEach(name -> define(name, clauses.definitions().getOrDefault(name, ""), graph));
        var applies = clauses.applies();
        var filter = applies == null ? null : compile(Clauses.APPLIES, applies);
        var demand = compile(clauses.kind().name().toLowerCase(Locale.ROOT), clauses.demand());
        expect(filter, CelKind.BOOL, "true or false");
        expect(
                demand,
                clauses.kind() == Demand.PASSES ? CelKind.BOOL : CelKind.LIST,
                clauses.kind() == Demand.PASSES ? "true or false" : "a list of the offending parts");
        unused(graph, applies);
        if (demand == null || !flaws.isEmpty()) {
            throw new FlawedCondition(flaws);
        }
        return assemble(graph, filter, demand);
    }

    private Condition assemble(Uses graph, @Nullable Clause filter, Clause demand) {
        var deciding = new HashSet<>(demand.reads());
        graph.of(clauses.demand()).forEach(name -> deciding.addAll(readByDefinition.getOrDefault(name, Set.of())));
        var all = new HashSet<>(deciding);
        if (filter != null) {
            all.addAll(filter.reads());
        }
        readByDefinition.values().forEach(all::addAll);
        return new Condition(
                shapes.of(clauses.resource()),
                new Shape(clauses.params(), shapes),
                definitions,
                new Condition.Decision(filter == null ? null : filter.compiled(), demand.compiled()),
                Reads.of(clauses.resource(), all),
                Reads.of(clauses.resource(), deciding));
    }

    private void define(String name, String text, Uses graph) {
        var clause = compile(name, text);
        compiler = compiler.toCompilerBuilder()
                .addVar(name, clause == null ? SimpleType.DYN : clause.type())
                .build();
        if (clause != null) {
            definitions.put(name, clause.compiled());
            variables.put(name, clause.origins());
            var reads = new HashSet<>(clause.reads());
            graph.of(text).forEach(used -> reads.addAll(readByDefinition.getOrDefault(used, Set.of())));
            readByDefinition.put(name, reads);
        }
    }

    private @Nullable Clause compile(String name, String text) {
        try {
            var ast = compiler.compile(text, name).getAst();
            var bare = new BareUse(ast).find();
            if (bare.isPresent()) {
                flaws.add(new Flaw(
                        name,
                        bare.get().getLine(),
                        bare.get().getColumn() + 1,
                        "'resource' can only be used with a field, as resource.Field: so it is known what is read"));
                return null;
            }
            var origins = new Origins(ast, variables);
            var compiled = new Expression(cel.createProgram(ast), new PartialProgram(cel, ast));
            return new Clause(name, ast, compiled, origins.reads(), origins.result());
        } catch (CelValidationException e) {
            e.getErrors().forEach(issue -> flaws.add(flaw(name, issue)));
        } catch (CelEvaluationException e) {
            flaws.add(new Flaw(name, 1, 1, String.valueOf(e.getMessage())));
        }
        return null;
    }

    private void expect(@Nullable Clause clause, CelKind kind, String what) {
        if (clause != null && clause.type().kind() != kind) {
            var is = clause.type().name();
            flaws.add(new Flaw(clause.name(), 1, 1, "this should come to " + what + ", but its type is " + is));
        }
    }

    private void unused(Uses graph, @Nullable String applies) {
        var used = new HashSet<>(graph.of(clauses.demand()));
        if (applies != null) {
            used.addAll(graph.of(applies));
        }
        clauses.definitions().keySet().stream()
                .filter(name -> !used.contains(name))
                .filter(name -> flaws.stream().noneMatch(flaw -> flaw.clause().equals(name)))
                .forEach(name -> flaws.add(new Flaw(name, 1, 1, "'" + name + "' is never used: remove it")));
    }

    private static Flaw flaw(String name, CelIssue issue) {
        var at = issue.getSourceLocation();
        var message = issue.getMessage().lines().map(String::strip).collect(joining(" "));
        return new Flaw(name, Math.max(1, at.getLine()), Math.max(1, at.getColumn() + 1), message);
    }

    private record Clause(
            String name,
            CelAbstractSyntaxTree ast,
            Expression compiled,
            Set<List<String>> reads,
            Set<List<String>> origins) {
        CelType type() {
            return ast.getResultType();
        }
    }
}
