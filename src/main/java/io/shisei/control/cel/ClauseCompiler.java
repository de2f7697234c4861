package io.shisei.control.cel;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Sets;
import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import io.shisei.control.cel.FlawedCondition.Flaw;
import io.shisei.control.cel.check.BareUse;
import io.shisei.control.cel.check.Content;
import io.shisei.control.cel.check.Idents;
import io.shisei.control.cel.check.Remark;
import io.shisei.control.cel.check.Wording;
import io.shisei.control.cel.function.Functions;
import io.shisei.control.cel.partial.PartialProgram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles expressions over the variables that were declared before, and notes their flaws. */
public final class ClauseCompiler {

    /** Names that cannot be given to anything else. */
    static final Set<String> RESERVED = Sets.union(
            Set.of(Evaluation.RESOURCE, Evaluation.PARAMS, Evaluation.TABLES, Judging.VIOLATION), Evaluation.OCCASION);

    private static final List<String> DOCUMENT = List.of();

    private final Cel cel;
    private final Clauses clauses;
    private final List<Flaw> flaws;
    private final Map<String, Set<List<String>>> variables = new HashMap<>();
    private final Map<String, Content> contents = new HashMap<>();
    private CelCompiler compiler;

    /** @param flaws where flaws are noted */
    ClauseCompiler(Cel cel, CelCompiler compiler, Clauses clauses, List<Flaw> flaws) {
        this.cel = cel;
        this.compiler = compiler;
        this.clauses = clauses;
        this.flaws = flaws;
        variables.put(Evaluation.RESOURCE, Set.of(DOCUMENT));
        contents.put(Evaluation.RESOURCE, Content.of(clauses.resource()));
        contents.put(Evaluation.PARAMS, Content.of(clauses.params()));
    }

    public void declare(String name, CelType type, Set<List<String>> origins, Content content) {
        compiler = compiler.toCompilerBuilder().addVar(name, type).build();
        variables.put(name, origins);
        contents.put(name, content);
    }

    /** The compiled expression; null, and its flaws noted, where it has any. */
    @Nullable
    public Clause compile(String name, String text) {
        try {
            return checked(name, compiler.compile(text, name).getAst());
        } catch (CelValidationException e) {
            e.getErrors().forEach(issue -> flaws.add(flaw(name, issue)));
        } catch (CelEvaluationException e) {
            flaws.add(new Flaw(name, 1, 1, String.valueOf(e.getMessage())));
        }
        return null;
    }

    private @Nullable Clause checked(String name, CelAbstractSyntaxTree ast) throws CelEvaluationException {
        var uses = new BareUse(ast);
        var bare = uses.of(Evaluation.RESOURCE)
                .or(() -> uses.of(Evaluation.PARAMS))
                .or(() -> uses.of(Evaluation.TABLES));
        if (bare.isPresent()) {
            flaws.add(flaw(name, ast, bare.get()));
            return null;
        }
        var wording = new Wording(ast, contents, Functions.RESULTS, clauses.dictionary());
        var used = new Idents(ast);
        Stream.of(wording.remarks().stream(), used.constants(), used.hiding(RESERVED))
                .flatMap(remarks -> remarks)
                .forEach(remark -> flaws.add(flaw(name, ast, remark)));
        var origins = new Origins(ast, variables);
        return new Clause(
                name,
                ast,
                new Expression(cel.createProgram(ast), new PartialProgram(cel, ast)),
                wording.result(),
                origins.reads(),
                origins.result(),
                used.names(),
                Use.of(used));
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
}
