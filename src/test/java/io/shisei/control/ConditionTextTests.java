package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConditionTextTests {

    private final Controls controls = Shipped.controls();

    @Test
    void tellsWhatAControlDemandsAndWhatReadingTakes() {
        var text = controls.conditions(new ControlId("S3.8")).getFirst();
        assertThat(text.resourceType()).isEqualTo("AWS::S3::Bucket");
        assertThat(text.definitions()).containsEntry("off", "notBlocked(resource.PublicAccessBlockConfiguration)");
        assertThat(text.applies()).isNull();
        assertThat(text.demand()).contains("params.excludedPublicBuckets");
        assertThat(text.parts()).isFalse();
        assertThat(text.reads())
                .containsEntry("Name", new TreeSet<>(Set.of("s3:GetBucketLocation", "s3:ListAllMyBuckets")))
                .containsEntry(
                        "PublicAccessBlockConfiguration.BlockPublicAcls",
                        new TreeSet<>(Set.of("s3:GetBucketPublicAccessBlock")));
    }

    @Test
    void hasOneForEachTypeThatTheControlJudges() {
        assertThat(controls.conditions(new ControlId("KMS.2")))
                .extracting(ConditionText::resourceType)
                .containsExactly("AWS::IAM::User", "AWS::IAM::Role", "AWS::IAM::Group");
        assertThat(controls.conditions(new ControlId("EC2.18"))).allMatch(ConditionText::parts);
    }

    /** All that a control reads stands in its conditions, and takes the actions that it is said to need. */
    @Test
    void readsWhatTheControlReads() {
        for (var control : controls.all()) {
            var reads = controls.conditions(control.id()).stream()
                    .map(ConditionText::reads)
                    .toList();
            assertThat(reads.stream().flatMap(it -> it.keySet().stream()))
                    .as(control.id().value())
                    .containsAll(control.reads());
            assertThat(control.actions())
                    .as(control.id().value())
                    .containsAll(reads.stream()
                            .flatMap(it -> it.values().stream().flatMap(Set::stream))
                            .toList());
        }
    }
}
