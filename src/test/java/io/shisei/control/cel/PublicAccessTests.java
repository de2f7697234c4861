package io.shisei.control.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.control.Text;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** {@code notBlocked(block)} is read and judged like the settings that it stands for. */
class PublicAccessTests {

    private static final Struct BLOCK = new Struct(
            "bucket.Block",
            () -> Map.of(
                    "BlockPublicAcls", Scalar.BOOL,
                    "IgnorePublicAcls", Scalar.BOOL,
                    "BlockPublicPolicy", Scalar.BOOL,
                    "RestrictPublicBuckets", Scalar.BOOL));
    private static final Struct BUCKET =
            new Struct("bucket.Bucket", () -> Map.of("Name", Scalar.STRING, "Block", BLOCK));

    @Test
    void namesWhatIsOffOrUnset() {
        var some =
                Map.<String, Object>of("BlockPublicAcls", true, "IgnorePublicAcls", false, "BlockPublicPolicy", true);
        assertThat(violations(Map.of("Block", some))).isEqualTo(fails("IgnorePublicAcls", "RestrictPublicBuckets"));
        assertThat(violations(Map.of()))
                .isEqualTo(fails("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"));
    }

    @Test
    void namesNothingWhereAllAreOn() {
        var all = Map.<String, Object>of(
                "BlockPublicAcls", true,
                "IgnorePublicAcls", true,
                "BlockPublicPolicy", true,
                "RestrictPublicBuckets", true);
        assertThat(violations(Map.of("Block", all))).isEqualTo(new Outcome.Holds(Text.NONE));
    }

    @Test
    void isUnclearWhereTheBlockWasNotRead() {
        var gapped = new Document(Map.of(), Map.of("Block", Things.gap("GetBlock")));
        assertThat(compile("notBlocked(resource.Block)").judge(gapped, Map.of(), Things.OCCASION))
                .isEqualTo(new Outcome.Unclear(new TreeSet<>(List.of("thing:GetBlock AccessDenied"))));
    }

    @Test
    void readsEachSetting() {
        assertThat(compile("notBlocked(resource.Block)").reads())
                .extracting(Read::toString)
                .hasSize(4)
                .anyMatch(read -> read.contains("RestrictPublicBuckets"));
    }

    @Test
    void isOfABlockOnly() {
        assertThatThrownBy(() -> compile("notBlocked(resource.Name)"))
                .hasMessageContaining("type 'string' does not support field selection");
    }

    private static Outcome violations(Map<String, Object> bucket) {
        return compile("notBlocked(resource.Block)").judge(Document.of(bucket), Map.of(), Things.OCCASION);
    }

    private static Outcome fails(String... settings) {
        return new Outcome.Fails(List.of(settings), new TreeSet<>(), Text.NONE);
    }

    private static Condition compile(String violations) {
        try {
            return new Conditions()
                    .compile(new Clauses(
                            BUCKET,
                            Things.NO_PARAMS,
                            Map.of(),
                            null,
                            violations,
                            Demand.VIOLATIONS,
                            Dictionary.PLAIN,
                            Reasons.NONE));
        } catch (FlawedCondition e) {
            throw new AssertionError(e.toString(), e);
        }
    }
}
