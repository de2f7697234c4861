package io.shisei.control.cel.function;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;
import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.DYN;
import static dev.cel.common.types.SimpleType.INT;
import static dev.cel.common.types.SimpleType.STRING;
import static dev.cel.common.types.SimpleType.TIMESTAMP;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.parser.CelMacro;
import dev.cel.runtime.CelFunctionBinding;
import io.shisei.control.cel.Evaluation;
import io.shisei.control.cel.value.CelShapes;
import io.shisei.control.cel.value.JsonText;
import io.shisei.control.cel.value.StructView;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions that conditions have beyond CEL's own; {@code controls/README.md} explains each. */
public final class Functions {

    /** What functions give that can be taken apart. */
    public static final Map<String, FieldType> RESULTS = Map.of("policy", new ListOf(Policies.STATEMENT));

    private static final String DAYS_BETWEEN = "daysBetween";
    private static final String DAYS_OVERLOAD = "daysBetween_timestamp_timestamp";
    private static final String LONGER_THAN = "longerThan";
    private static final String LONGER_OVERLOAD = "longerThan_timestamp_timestamp_int";

    private final Policies policies;
    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    public Functions(CelShapes shapes) {
        this.policies = new Policies(shapes.of(Policies.STATEMENT));
        declarations.add(newFunctionDeclaration(
                "policy",
                newGlobalOverload(
                        "policy_string",
                        ListType.create(StructTypeReference.create(Policies.STATEMENT.name())),
                        STRING)));
        bind("policy", CelFunctionBinding.from("policy_string", String.class, policies::statements));
        declarations.add(
                newFunctionDeclaration(DAYS_BETWEEN, newGlobalOverload(DAYS_OVERLOAD, INT, TIMESTAMP, TIMESTAMP)));
        bind(
                DAYS_BETWEEN,
                CelFunctionBinding.from(DAYS_OVERLOAD, Instant.class, Instant.class, Functions::daysBetween));
        declarations.add(newFunctionDeclaration(
                LONGER_THAN, newGlobalOverload(LONGER_OVERLOAD, BOOL, TIMESTAMP, TIMESTAMP, INT)));
        bind(
                LONGER_THAN,
                CelFunctionBinding.from(
                        LONGER_OVERLOAD,
                        List.of(Instant.class, Instant.class, Long.class),
                        arguments -> longerThan((Instant) arguments[0], (Instant) arguments[1], (Long) arguments[2])));
        declarations.add(newFunctionDeclaration(
                "grantsPublic",
                newGlobalOverload(
                        "grantsPublic_statement", BOOL, StructTypeReference.create(Policies.STATEMENT.name()))));
        bind("grantsPublic", CelFunctionBinding.from("grantsPublic_statement", StructView.class, Grants::isPublic));
        declarations.add(newFunctionDeclaration(
                "allows",
                newGlobalOverload(
                        "allows_statement_string",
                        BOOL,
                        StructTypeReference.create(Policies.STATEMENT.name()),
                        STRING)));
        bind(
                "allows",
                CelFunctionBinding.from("allows_statement_string", StructView.class, String.class, Grants::allows));
        declarations.add(newFunctionDeclaration("json", newGlobalOverload("json_string", DYN, STRING)));
        bind("json", CelFunctionBinding.from("json_string", String.class, JsonText::read));
        declareTest("overlaps");
        bind("overlaps", CelFunctionBinding.from(overload("overlaps"), String.class, String.class, Wildcards::overlap));
        declareTest("covers");
        bind("covers", CelFunctionBinding.from(overload("covers"), String.class, String.class, Wildcards::covers));
        declarations.add(newFunctionDeclaration("wholeArn", newGlobalOverload("wholeArn_string", STRING, STRING)));
        bind("wholeArn", CelFunctionBinding.from("wholeArn_string", String.class, Arns::whole));
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

    /** What is written shorter than it is. */
    public static List<CelMacro> macros() {
        return List.of(daysSince(), olderThan(), PublicAccess.notBlocked());
    }

    /** {@code daysSince(t)} is {@code daysBetween(t, now)}. */
    private static CelMacro daysSince() {
        return CelMacro.newGlobalMacro(
                "daysSince",
                1,
                (factory, target, arguments) -> Optional.of(factory.newGlobalCall(
                        DAYS_BETWEEN, arguments.getFirst(), factory.newIdentifier(Evaluation.NOW))));
    }

    /** {@code olderThan(t, days)} is {@code longerThan(t, now, days)}. */
    private static CelMacro olderThan() {
        return CelMacro.newGlobalMacro(
                "olderThan",
                2,
                (factory, target, arguments) -> Optional.of(factory.newGlobalCall(
                        LONGER_THAN,
                        arguments.getFirst(),
                        factory.newIdentifier(Evaluation.NOW),
                        arguments.getLast())));
    }

    public List<CelFunctionDecl> declarations() {
        return declarations;
    }

    public List<CelFunctionBinding> bindings() {
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

    private static long daysBetween(Instant earlier, Instant later) {
        return Duration.between(earlier, later).toDays();
    }

    private static boolean longerThan(Instant earlier, Instant later, long days) {
        return Duration.between(earlier, later).compareTo(Duration.ofDays(days)) > 0;
    }

    static boolean versionAtLeast(String version, String least) {
        return Version.of(version).compareTo(Version.of(least)) >= 0;
    }
}
