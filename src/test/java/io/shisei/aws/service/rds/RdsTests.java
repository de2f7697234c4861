package io.shisei.aws.service.rds;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;

class RdsTests {

    private static final String TYPE = "AWS::RDS::DBCluster";

    private final RdsClient rds = Probe.stub(RdsClient.class);
    private final Probe probe = new Probe(new Rds(), rds);

    @Test
    void listsClustersOfEveryEnginePageByPageWithTheirTags() {
        doAnswer(call -> call.<DescribeDbClustersRequest>getArgument(0).marker() == null
                        ? page("next", "orders", "aurora-postgresql")
                        : page(null, "graph", "neptune"))
                .when(rds)
                .describeDBClusters(any(DescribeDbClustersRequest.class));
        var read = probe.read(TYPE);
        assertThat(read.names()).containsExactlyInAnyOrder("orders", "graph");
        assertThat(read.found()).allSatisfy(cluster -> {
            assertThat(cluster.arn()).startsWith("arn:aws:rds:");
            assertThat(cluster.tags()).containsEntry("team", "x");
            assertThat(cluster.document().fields()).containsEntry("MultiAZ", true);
        });
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("AccessDenied")).when(rds).describeDBClusters(any(DescribeDbClustersRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().summary()).isEqualTo("rds:DescribeDBClusters AccessDenied");
    }

    private static DescribeDbClustersResponse page(String marker, String name, String engine) {
        return DescribeDbClustersResponse.builder()
                .dbClusters(cluster -> cluster.dbClusterIdentifier(name)
                        .dbClusterArn("arn:aws:rds:eu-west-1:111122223333:cluster:" + name)
                        .engine(engine)
                        .multiAZ(true)
                        .tagList(tag -> tag.key("team").value("x")))
                .marker(marker)
                .build();
    }
}
