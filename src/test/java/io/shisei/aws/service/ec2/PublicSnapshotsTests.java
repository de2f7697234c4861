package io.shisei.aws.service.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.verify;

import io.shisei.aws.kind.Probe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSnapshotsResponse;

/** Whose snapshots are asked for. */
class PublicSnapshotsTests {

    private final Ec2Client ec2 = Probe.stub(Ec2Client.class);

    @Test
    void theAccountsOwnThatAreForEveryone() {
        doReturn(DescribeSnapshotsResponse.builder().snapshots(List.of()).build())
                .when(ec2)
                .describeSnapshots(any(DescribeSnapshotsRequest.class));
        var account = new Probe(new Ec2(), ec2)
                .read("AWS::EC2::PublicSnapshots", "PublicSnapshots")
                .only();
        var asked = ArgumentCaptor.forClass(DescribeSnapshotsRequest.class);
        verify(ec2).describeSnapshots(asked.capture());
        assertThat(asked.getValue().ownerIds()).containsExactly("self");
        assertThat(asked.getValue().restorableByUserIds()).containsExactly("all");
        assertThat(asked.getValue().filters()).singleElement().satisfies(filter -> {
            assertThat(filter.name()).isEqualTo("owner-id");
            assertThat(account.arn())
                    .isEqualTo("AWS::::Account:" + filter.values().getFirst());
        });
    }
}
