package io.shisei.control.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Compiles conditions. */
public final class Conditions {

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

    private final Shapes shapes = new Shapes();
    private final Cel cel;

    public Conditions(Clock clock) {
        var functions = new Functions(shapes, clock);
        var builder = CelFactory.plannerCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
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
        return new Compilation(cel, shapes, types(clauses), clauses).condition();
    }

    private CelTypeProvider types(Clauses clauses) {
        var known = new LinkedHashMap<>(shapes.reachable(clauses.resource()));
        known.putAll(shapes.reachable(Policies.STATEMENT));
        known.putAll(new Shapes().reachable(clauses.params()));
        return new KnownTypes(known);
    }

    private record KnownTypes(Map<String, Shape> shapes) implements CelTypeProvider {

        @Override
        public ImmutableCollection<CelType> types() {
            return shapes.values().stream().map(Shape::type).collect(ImmutableList.toImmutableList());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return Optional.ofNullable(shapes.get(name)).map(Shape::type);
        }
    }
}
