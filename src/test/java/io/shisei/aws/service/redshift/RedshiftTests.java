package io.shisei.aws.service.redshift;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;

import io.shisei.aws.kind.Probe;
import io.shisei.aws.service.ec2.Ec2;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;

class RedshiftTests {

    private final RedshiftClient redshift = Probe.stub(RedshiftClient.class);
    private final Ec2Client ec2 = Probe.stub(Ec2Client.class);
    private final Probe probe = new Probe(new Redshift(), api -> api.equals(Ec2.API) ? ec2 : redshift);

    @Test
    void aSecurityGroupThatCannotBeSeenHidesNoOther() {
        doReturn(DescribeClustersResponse.builder()
                        .clusters(cluster -> cluster.clusterIdentifier("orders")
                                .vpcSecurityGroups(
                                        group -> group.vpcSecurityGroupId("sg-gone"),
                                        group -> group.vpcSecurityGroupId("sg-1")))
                        .build())
                .when(redshift)
                .describeClusters(any(DescribeClustersRequest.class));
        doAnswer(call -> {
                    var id = call.<DescribeSecurityGroupsRequest>getArgument(0)
                            .groupIds()
                            .getFirst();
                    if (id.equals("sg-gone")) {
                        throw refused("InvalidGroup.NotFound");
                    }
                    return DescribeSecurityGroupsResponse.builder()
                            .securityGroups(group -> group.groupId(id))
                            .build();
                })
                .when(ec2)
                .describeSecurityGroups(any(DescribeSecurityGroupsRequest.class));

        var document =
                probe.read("AWS::Redshift::Cluster", "SecurityGroups").only().document();

        assertThat(document.fields().get("SecurityGroups"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asString()
                .contains("sg-1");
        assertThat(document.gaps().get("SecurityGroups").summary())
                .isEqualTo("ec2:DescribeSecurityGroups InvalidGroup.NotFound");
    }

    @Test
    void readsThePrefixListsThatItsSecurityGroupsName() {
        doReturn(DescribeClustersResponse.builder()
                        .clusters(cluster -> cluster.clusterIdentifier("orders")
                                .vpcSecurityGroups(group -> group.vpcSecurityGroupId("sg-1")))
                        .build())
                .when(redshift)
                .describeClusters(any(DescribeClustersRequest.class));
        doReturn(DescribeSecurityGroupsResponse.builder()
                        .securityGroups(group -> group.groupId("sg-1")
                                .ipPermissions(rule -> rule.prefixListIds(list -> list.prefixListId("pl-1"))))
                        .build())
                .when(ec2)
                .describeSecurityGroups(any(DescribeSecurityGroupsRequest.class));
        doReturn(GetManagedPrefixListEntriesResponse.builder()
                        .entries(entry -> entry.cidr("0.0.0.0/0"))
                        .build())
                .when(ec2)
                .getManagedPrefixListEntries(any(GetManagedPrefixListEntriesRequest.class));

        var document = probe.read("AWS::Redshift::Cluster", "ManagedPrefixListEntries")
                .only()
                .document();

        assertThat(document.fields())
                .containsEntry("ManagedPrefixListEntries", Map.of("pl-1", List.of(Map.of("Cidr", "0.0.0.0/0"))));
        assertThat(document.gaps()).isEmpty();
    }
}
