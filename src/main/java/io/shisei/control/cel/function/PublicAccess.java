package io.shisei.control.cel.function;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/**
 * The settings of S3's
 * <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Block Public
 * Access</a>, which buckets, access points and accounts have alike.
 */
final class PublicAccess {

    private static final List<String> SETTINGS =
            List.of("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets");

    private PublicAccess() {}

    /**
     * {@code notBlocked(block)}, the names of the settings that are not on. A macro, so that each setting is checked
     * and read, and stands in the evidence, as if the condition had named it.
     */
    static CelMacro notBlocked() {
        return CelMacro.newGlobalMacro(
                "notBlocked", 1, (factory, target, arguments) -> Optional.of(names(factory, arguments.getFirst())));
    }

    private static CelExpr names(CelMacroExprFactory factory, CelExpr block) {
        return SETTINGS.stream()
                .map(setting -> nameUnlessOn(factory, block, setting))
                .reduce((one, other) -> factory.newGlobalCall(Operator.ADD.getFunction(), one, other))
                .orElseThrow();
    }

    private static CelExpr nameUnlessOn(CelMacroExprFactory factory, CelExpr block, String setting) {
        return factory.newGlobalCall(
                Operator.CONDITIONAL.getFunction(),
                factory.newSelect(factory.copy(block), setting, false),
                factory.newList(),
                factory.newList(factory.newStringLiteral(setting)));
    }
}
