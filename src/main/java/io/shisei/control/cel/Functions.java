package io.shisei.control.cel;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.runtime.CelFunctionBinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The functions that conditions have beyond CEL's own; {@code controls/README.md} explains each. */
final class Functions {

    private final Clock clock;
    private final Policies policies;
    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    Functions(Shapes shapes, Clock clock) {
        this.clock = clock;
        this.policies = new Policies(shapes.of(Policies.STATEMENT));
        declarations.add(newFunctionDeclaration(
                "policy",
                newGlobalOverload(
                        "policy_string",
                        ListType.create(StructTypeReference.create(Policies.STATEMENT.name())),
                        STRING)));
        bind("policy", CelFunctionBinding.from("policy_string", String.class, policies::statements));
        declarations.add(newFunctionDeclaration("daysSince", newGlobalOverload("daysSince_timestamp", INT, TIMESTAMP)));
        bind("daysSince", CelFunctionBinding.from("daysSince_timestamp", Instant.class, this::daysSince));
        declareTest("cidrContains");
        bind(
                "cidrContains",
                CelFunctionBinding.from(overload("cidrContains"), String.class, String.class, Cidr::contains));
        declareTest("versionAtLeast");
        bind(
                "versionAtLeast",
                CelFunctionBinding.from(
                        overload("versionAtLeast"), String.class, String.class, Functions::versionAtLeast));
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    private void declareTest(String name) {
        declarations.add(newFunctionDeclaration(name, newGlobalOverload(overload(name), BOOL, STRING, STRING)));
    }

    private void bind(String name, CelFunctionBinding binding) {
        bindings.addAll(CelFunctionBinding.fromOverloads(name, binding));
    }

    private static String overload(String name) {
        return name + "_string_string";
    }

    private long daysSince(Instant instant) {
        return Duration.between(instant, clock.instant()).toDays();
    }

    static boolean versionAtLeast(String version, String least) {
        return Version.of(version).compareTo(Version.of(least)) >= 0;
    }
}
