package io.shisei.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.account.AccessPolicy.Part;
import io.shisei.aws.kind.Services;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What IAM takes, and how much of it in one policy. */
class PolicyTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final IamPolicy policy = new IamPolicy(Services.all());

    @ParameterizedTest
    @ValueSource(strings = {"aws", "aws-cn", "aws-us-gov"})
    void eachPartFitsIntoAManagedPolicy(String partition) {
        assertThat(policy.parts(partition)).allSatisfy(part -> {
            var counted = JSON.writeValueAsString(JSON.readTree(part.json())).length();
            assertThat(counted).isLessThanOrEqualTo(part.characters()).isLessThanOrEqualTo(6_144);
        });
        // A role takes ten managed policies unless AWS is asked for more.
        assertThat(policy.parts(partition)).hasSizeLessThan(8);
    }

    @Test
    void thePartsAllowTogetherWhatTheWholeDoes() {
        var together = new TreeSet<String>();
        policy.parts("aws").stream().map(Part::actions).forEach(actions -> {
            assertThat(together).doesNotContainAnyElementsOf(actions);
            together.addAll(actions);
        });
        assertThat(together).isEqualTo(policy.actions());
    }

    @Test
    void allowsNoMoreThanWhatWasDenied() {
        var json = policy.allowing(List.of("s3:GetBucketPolicy", "ec2:DescribeVpcs", "s3:DeleteBucket"), "aws-cn");
        assertThat(JSON.readTree(json.orElseThrow()).findValues("Action").toString())
                .contains("s3:GetBucketPolicy", "ec2:DescribeVpcs")
                .doesNotContain("DeleteBucket", "GetBucketAcl");
        assertThat(policy.allowing(List.of("s3:DeleteBucket"), "aws")).isEmpty();
    }

    @Test
    void fillsPoliciesInOrderAndKeepsServicesTogether() {
        var statements = IntStream.range(0, 65)
                .mapToObj(service -> new Statement(
                        "service%02d".formatted(service),
                        IntStream.range(0, 5)
                                .mapToObj(i -> "service%02d:DescribeSomethingOfAVeryLongName%d".formatted(service, i))
                                .toList(),
                        List.of(Statement.ALL)))
                .toList();
        var policies = Packing.of("reads", statements);
        assertThat(policies).extracting(Policy::name).containsExactly("reads-1", "reads-2", "reads-3", "reads-4");
        assertThat(policies).allSatisfy(each -> assertThat(each.length()).isBetween(1, 6_144));
        assertThat(policies.getFirst().length()).isGreaterThan(5_700);
        assertThat(policies.stream().flatMap(each -> each.statements().stream()))
                .isEqualTo(statements);
    }

    @ParameterizedTest
    @CsvSource({
        "s3, s3:Get*, '*'",
        "s3, GetBucketAcl, '*'",
        "s 3, s3:GetBucketAcl, '*'",
        "s3, s3:GetBucketAcl, 'arn:aws:s3:::a'",
        "s3, s3:GetBucketAcl, 's3:::a\"'"
    })
    void refusesWhatIamOrWeWouldNotTake(String sid, String action, String resource) {
        assertThatThrownBy(() -> new Statement(sid, List.of(action), List.of(resource)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("IAM does not take");
        assertThatThrownBy(() -> new Statement("s3", List.of(), List.of(Statement.ALL)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
