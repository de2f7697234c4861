package io.shisei.control.cel;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Sets;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.check.BareUse;
import io.shisei.control.cel.check.Content;
import io.shisei.control.cel.check.Idents;
import io.shisei.control.cel.check.Remark;
import io.shisei.control.cel.check.Wording;
import io.shisei.control.cel.partial.PartialProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The compiling of one condition: definitions first, each before those that use it. */
final class Compilation {

    /** Names that cannot be given to anything else. */
    static final Set<String> RESERVED = Sets.union(Set.of(Evaluation.RESOURCE, Evaluation.PARAMS), Evaluation.OCCASION);

    private static final List<String> DOCUMENT = List.of();

    private final Cel cel;
    private final Shapes shapes;
    private final Clauses clauses;
    private CelCompiler compiler;
    private final Map<String, Set<List<String>>> variables = new HashMap<>();
    private final Map<String, Set<List<String>>> readByDefinition = new HashMap<>();
    private final Map<String, Content> contents = new HashMap<>();
    private final Map<String, Set<String>> idents = new HashMap<>();
    private final Set<String> parameters = new HashSet<>();
    private final Map<String, Expression> definitions = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    Compilation(Cel cel, CelCompiler compiler, Shapes shapes, Clauses clauses) {
        this.cel = cel;
        this.shapes = shapes;
        this.compiler = compiler;
        this.clauses = clauses;
        variables.put(Evaluation.RESOURCE, Set.of(DOCUMENT));
        contents.put(Evaluation.RESOURCE, Content.of(clauses.resource()));
        contents.put(Evaluation.PARAMS, Content.of(clauses.params()));
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
        constant(filter, graph.of(applies == null ? "" : applies));
        constant(demand, graph.of(clauses.demand()));
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
                Reads.of(clauses.resource(), deciding),
                Set.copyOf(parameters));
    }

    private void define(String name, String text, Uses graph) {
        var clause = compile(name, text);
        compiler = compiler.toCompilerBuilder()
                .addVar(name, clause == null ? SimpleType.DYN : clause.type())
                .build();
        if (clause != null) {
            definitions.put(name, clause.compiled());
            variables.put(name, clause.origins());
            contents.put(name, clause.content());
            var reads = new HashSet<>(clause.reads());
            graph.of(text).forEach(used -> reads.addAll(readByDefinition.getOrDefault(used, Set.of())));
            readByDefinition.put(name, reads);
        }
    }

    private @Nullable Clause compile(String name, String text) {
        try {
            var ast = compiler.compile(text, name).getAst();
            var uses = new BareUse(ast);
            var bare = uses.of(Evaluation.RESOURCE).or(() -> uses.of(Evaluation.PARAMS));
            if (bare.isPresent()) {
                flaws.add(flaw(name, ast, bare.get()));
                return null;
            }
            var wording = new Wording(ast, contents, Functions.RESULTS, clauses.dictionary());
            var used = new Idents(ast);
            Stream.of(wording.remarks().stream(), used.constants(), used.hiding(RESERVED))
                    .flatMap(remarks -> remarks)
                    .forEach(remark -> flaws.add(flaw(name, ast, remark)));
            idents.put(name, used.names());
            parameters.addAll(used.selected(Evaluation.PARAMS));
            var origins = new Origins(ast, variables);
            var compiled = new Expression(cel.createProgram(ast), new PartialProgram(cel, ast));
            return new Clause(name, ast, compiled, wording.result(), origins.reads(), origins.result());
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

    private void constant(@Nullable Clause clause, Set<String> used) {
        if (clause != null
                && Stream.concat(Stream.of(clause.name()), used.stream())
                        .noneMatch(name -> dependsOnResource(clause, name))) {
            flaws.add(
                    new Flaw(clause.name(), 1, 1, "this reads nothing of the resource, it says the same of every one"));
        }
    }

    private boolean dependsOnResource(Clause clause, String name) {
        var reads = name.equals(clause.name()) ? clause.reads() : readByDefinition.getOrDefault(name, Set.of());
        return !reads.isEmpty()
                || !Sets.intersection(idents.getOrDefault(name, Set.of()), Evaluation.OCCASION)
                        .isEmpty();
    }

    private static Flaw flaw(String name, CelIssue issue) {
        var at = issue.getSourceLocation();
        var message = issue.getMessage().lines().map(String::strip).collect(joining(" "));
        return new Flaw(name, Math.max(1, at.getLine()), Math.max(1, at.getColumn() + 1), message);
    }

    private static Flaw flaw(String name, CelAbstractSyntaxTree ast, Remark remark) {
        var source = ast.getSource();
        var at = Optional.ofNullable(source.getPositionsMap().get(remark.node()))
                .flatMap(source::getOffsetLocation)
                .orElse(CelSourceLocation.of(1, 0));
        return new Flaw(name, at.getLine(), at.getColumn() + 1, remark.message());
    }

    private record Clause(
            String name,
            CelAbstractSyntaxTree ast,
            Expression compiled,
            Content content,
            Set<List<String>> reads,
            Set<List<String>> origins) {
        CelType type() {
            return ast.getResultType();
        }
    }
}
