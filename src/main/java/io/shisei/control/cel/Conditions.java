package io.shisei.control.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.compiler.CelCompiler;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import io.shisei.control.cel.function.Functions;
import io.shisei.control.cel.function.Policies;
import io.shisei.control.cel.function.Tables;
import io.shisei.control.cel.value.CelShapes;
import io.shisei.control.cel.value.Shape;
import io.shisei.control.cel.value.StructView;
import io.shisei.inventory.FieldType.Struct;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Compiles conditions; not to be shared between threads, unlike what it makes. */
public final class Conditions {

    /** In all loops of an expression together; beyond it the slower way goes on, step by step within its budget. */
    private static final int ITERATIONS = 1_000_000;

    private static final int NODES = 50_000;

    /** Of a pattern. */
    private static final int STATES = 2_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(ITERATIONS)
            .maxParseExpressionNodeCount(NODES)
            .maxRegexProgramSize(STATES)
            .build();

    private final CelShapes shapes = new CelShapes();
    private final Map<Struct, CelCompiler> compilers = new HashMap<>();
    private final Tables tables;
    private final Cel cel;

    public Conditions() {
        this(Tables.NONE);
    }

    /** @param tables that the conditions may ask for */
    public Conditions(Tables tables) {
        this.tables = tables;
        shapes.of(Policies.STATEMENT);
        var functions = new Functions(shapes);
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMacros(Functions.macros())
                .addFunctionDeclarations(functions.declarations())
                .addFunctionBindings(functions.bindings());
        builder.addCompilerLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.bindings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists(),
                CelExtensions.math());
        builder.addRuntimeLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists(),
                CelExtensions.math());
        this.cel = builder.build();
    }

    /**
     * Compiles a condition.
     *
     * @throws FlawedCondition with all that is wrong with it
     */
    public Condition compile(Clauses clauses) throws FlawedCondition {
        var resource = clauses.resource();
        var base = compilers.computeIfAbsent(resource, this::compiler);
        var known = new StructView(shapes.of(tables.shape()), tables.values());
        return new Compilation(cel, withParams(base, clauses.params()), shapes, known, clauses).condition();
    }

    private CelCompiler compiler(Struct resource) {
        shapes.of(resource);
        return cel.toCompilerBuilder()
                .setTypeProvider(shapes)
                .addVar(Evaluation.RESOURCE, StructTypeReference.create(resource.name()))
                .addVar(
                        Evaluation.TABLES,
                        StructTypeReference.create(tables.shape().name()))
                .addVar(Evaluation.NOW, SimpleType.TIMESTAMP)
                .addVar(Evaluation.ACCOUNT, SimpleType.STRING)
                .addVar(Evaluation.PARTITION, SimpleType.STRING)
                .addVar(Evaluation.REGION, SimpleType.STRING)
                .addVar(Evaluation.ENABLED, ListType.create(SimpleType.STRING))
                .build();
    }

    // Building a compiler takes longer than compiling, so that conditions without parameters share theirs.
    private CelCompiler withParams(CelCompiler base, Struct params) {
        if (params.fields().isEmpty()) {
            return base;
        }
        return base.toCompilerBuilder()
                .setTypeProvider(new KnownTypes(shapes, new Shape(params, shapes)))
                .addVar(Evaluation.PARAMS, StructTypeReference.create(params.name()))
                .build();
    }

    /** All structures, and one that is not among them: those of parameters all have the same name. */
    private record KnownTypes(CelShapes shapes, Shape own) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.<CelType>builder()
                    .addAll(shapes.types())
                    .add(own.type())
                    .build();
        }

        @Override
        public Optional<CelType> findType(String name) {
            return name.equals(own.name()) ? Optional.of(own.type()) : shapes.findType(name);
        }
    }
}
