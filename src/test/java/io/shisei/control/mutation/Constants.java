package io.shisei.control.mutation;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.stream.Stream;

/** What else a constant might have been. */
record Constants(Texts texts) {

    Stream<CelExpr> of(CelExpr node) {
        return values(node.constant())
                .map(value -> node.toBuilder().setConstant(value).build());
    }

    private Stream<CelConstant> values(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> Stream.of(1, -1).map(more -> CelConstant.ofValue(constant.int64Value() + more));
            case DOUBLE_VALUE -> Stream.of(1, -1).map(more -> CelConstant.ofValue(constant.doubleValue() + more));
            case BOOLEAN_VALUE -> Stream.of(CelConstant.ofValue(!constant.booleanValue()));
            case STRING_VALUE -> texts.others(constant.stringValue()).map(CelConstant::ofValue);
            default -> Stream.empty();
        };
    }
}
