package io.shisei.aws.service.ec2;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.shisei.aws.kind.Probe;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplateVersionsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeLaunchTemplatesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesRequest;
import software.amazon.awssdk.services.ec2.model.GetManagedPrefixListEntriesResponse;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;

class Ec2Tests {

    private static final String LISTS = "ManagedPrefixListEntries";

    private final Ec2Client ec2 = Probe.stub(Ec2Client.class);
    private final Probe probe = new Probe(new Ec2(), ec2);

    @Test
    void listsInstancesPageByPage() {
        doAnswer(call -> call.<DescribeInstancesRequest>getArgument(0).nextToken() == null
                        ? instances("next", "i-1")
                        : instances(null, "i-2"))
                .when(ec2)
                .describeInstances(any(DescribeInstancesRequest.class));
        assertThat(probe.read("AWS::EC2::Instance").found())
                .extracting(resource -> resource.arn())
                .containsExactlyInAnyOrder(
                        "arn:aws:ec2:eu-west-1:111122223333:instance/i-1",
                        "arn:aws:ec2:eu-west-1:111122223333:instance/i-2");
    }

    @Test
    void doesNotListWhatNobodyWants() {
        doReturn(instances(null, "i-1")).when(ec2).describeInstances(any(DescribeInstancesRequest.class));
        probe.read("AWS::EC2::Instance");
        verify(ec2, never()).describeSecurityGroups(any(DescribeSecurityGroupsRequest.class));
    }

    @Test
    void callsInstancesByTheirNameTag() {
        var tagged = Instance.builder()
                .instanceId("i-1")
                .tags(Tag.builder().key("Name").value("web").build())
                .build();
        doReturn(DescribeInstancesResponse.builder()
                        .reservations(reservation -> reservation.instances(tagged))
                        .build())
                .when(ec2)
                .describeInstances(any(DescribeInstancesRequest.class));
        var instance = probe.read("AWS::EC2::Instance").only();
        assertThat(instance.name()).isEqualTo("web");
        assertThat(instance.tags()).containsExactly(Map.entry("Name", "web"));
    }

    @Test
    void readsTheWantedTypesOnly() {
        groups(SecurityGroup.builder().groupId("sg-1").build());
        probe.read("AWS::EC2::SecurityGroup");
        verify(ec2, never()).describeInstances(any(DescribeInstancesRequest.class));
    }

    @Test
    void readsEachPrefixListOnceForAllGroups() {
        groups(group("sg-1", "pl-1"), group("sg-2", "pl-1"), group("sg-3", "pl-1"));
        doReturn(GetManagedPrefixListEntriesResponse.builder()
                        .entries(entry -> entry.cidr("0.0.0.0/0"))
                        .build())
                .when(ec2)
                .getManagedPrefixListEntries(any(GetManagedPrefixListEntriesRequest.class));
        assertThat(probe.read("AWS::EC2::SecurityGroup", LISTS).found())
                .hasSize(3)
                .allSatisfy(group -> assertThat(group.document().fields())
                        .containsEntry(LISTS, Map.of("pl-1", List.of(Map.of("Cidr", "0.0.0.0/0")))));
        verify(ec2, times(1)).getManagedPrefixListEntries(any(GetManagedPrefixListEntriesRequest.class));
    }

    @Test
    void groupsWithoutPrefixListsTakeNoCall() {
        groups(SecurityGroup.builder().groupId("sg-1").build());
        var group = probe.read("AWS::EC2::SecurityGroup", LISTS).only();
        assertThat(group.document().fields()).containsEntry(LISTS, Map.of());
        assertThat(group.document().gaps()).isEmpty();
    }

    @Test
    void aDeniedPrefixListIsAGapOfEachGroup() {
        groups(group("sg-1", "pl-1"), group("sg-2", "pl-1"));
        doThrow(refused("UnauthorizedOperation"))
                .when(ec2)
                .getManagedPrefixListEntries(any(GetManagedPrefixListEntriesRequest.class));
        assertThat(probe.read("AWS::EC2::SecurityGroup", LISTS).found())
                .hasSize(2)
                .allSatisfy(
                        group -> assertThat(group.document().gaps().get(LISTS).summary())
                                .isEqualTo("ec2:GetManagedPrefixListEntries UnauthorizedOperation"));
    }

    @Test
    void aPrefixListThatIsDeniedHidesNoOther() {
        groups(group("sg-1", "pl-1", "pl-2"));
        doAnswer(call -> {
                    if (call.<GetManagedPrefixListEntriesRequest>getArgument(0)
                            .prefixListId()
                            .equals("pl-1")) {
                        throw refused("UnauthorizedOperation");
                    }
                    return GetManagedPrefixListEntriesResponse.builder()
                            .entries(entry -> entry.cidr("0.0.0.0/0"))
                            .build();
                })
                .when(ec2)
                .getManagedPrefixListEntries(any(GetManagedPrefixListEntriesRequest.class));
        var group = probe.read("AWS::EC2::SecurityGroup", LISTS).only();
        assertThat(group.document().fields())
                .containsEntry(LISTS, Map.of("pl-2", List.of(Map.of("Cidr", "0.0.0.0/0"))));
        assertThat(group.document().gaps().get(LISTS).summary())
                .isEqualTo("ec2:GetManagedPrefixListEntries UnauthorizedOperation");
    }

    @Test
    void sharedGroupsKeepTheirOwnersArn() {
        groups(SecurityGroup.builder().groupId("sg-1").ownerId("999988887777").build());
        assertThat(probe.read("AWS::EC2::SecurityGroup").only().arn())
                .isEqualTo("arn:aws:ec2:eu-west-1:999988887777:security-group/sg-1");
    }

    @Test
    void aLaunchTemplateThatIsGoneByThenIsLeftOut() {
        aLaunchTemplate();
        doThrow(refused("InvalidLaunchTemplateId.NotFound"))
                .when(ec2)
                .describeLaunchTemplateVersions(any(DescribeLaunchTemplateVersionsRequest.class));
        assertThat(probe.read("AWS::EC2::LaunchTemplate", "DefaultVersion", "NamedInterfaces")
                        .found())
                .isEmpty();
    }

    @Test
    void ofALaunchTemplateTheDefaultVersionIsReadWhateverElseIsAnswered() {
        aLaunchTemplate();
        doReturn(DescribeLaunchTemplateVersionsResponse.builder()
                        .launchTemplateVersions(
                                newer -> newer.defaultVersion(false).launchTemplateData(data -> data.imageId("ami-2")),
                                chosen -> chosen.defaultVersion(true).launchTemplateData(data -> data.imageId("ami-1")))
                        .build())
                .when(ec2)
                .describeLaunchTemplateVersions(any(DescribeLaunchTemplateVersionsRequest.class));
        assertThat(probe.read("AWS::EC2::LaunchTemplate", "DefaultVersion")
                        .only()
                        .document()
                        .fields()
                        .get("DefaultVersion"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("ImageId", "ami-1");
    }

    private void aLaunchTemplate() {
        doReturn(DescribeLaunchTemplatesResponse.builder()
                        .launchTemplates(
                                template -> template.launchTemplateId("lt-1").launchTemplateName("web"))
                        .build())
                .when(ec2)
                .describeLaunchTemplates(any(DescribeLaunchTemplatesRequest.class));
    }

    private void groups(SecurityGroup... groups) {
        doReturn(DescribeSecurityGroupsResponse.builder().securityGroups(groups).build())
                .when(ec2)
                .describeSecurityGroups(any(DescribeSecurityGroupsRequest.class));
    }

    private static SecurityGroup group(String id, String... lists) {
        var ids = Stream.of(lists)
                .map(list -> PrefixListId.builder().prefixListId(list).build())
                .toList();
        return SecurityGroup.builder()
                .groupId(id)
                .ipPermissions(permission -> permission.prefixListIds(ids))
                .build();
    }

    private static DescribeInstancesResponse instances(String token, String id) {
        return DescribeInstancesResponse.builder()
                .reservations(reservation -> reservation.instances(instance -> instance.instanceId(id)))
                .nextToken(token)
                .build();
    }
}
