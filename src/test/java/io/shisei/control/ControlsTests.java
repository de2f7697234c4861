package io.shisei.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.setting.SettingsInMemory;
import io.shisei.inventory.Document;
import io.shisei.inventory.Gap;
import io.shisei.inventory.Resource;
import io.shisei.inventory.Scope;
import io.shisei.refusal.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ControlsTests {

    private static final Catalogue CATALOGUE = Shipped.CATALOGUE;
    private static final ControlId EC2_18 = new ControlId("EC2.18");
    private static final ControlId S3_8 = new ControlId("S3.8");

    private final Controls controls = SettingsInMemory.of(CATALOGUE);

    @Test
    void listsTheStandardAndItsRetiredControls() {
        var fsbp = controls.standards().getFirst();

        assertThat(fsbp.controls()).contains(S3_8).doesNotContain(new ControlId("ECS.1"));
        assertThat(fsbp.retired()).containsExactly(Map.entry(new ControlId("ECS.1"), LocalDate.of(2026, 3, 4)));
    }

    @Test
    void knowsWhatAControlReads() {
        assertThat(controls.find(EC2_18).orElseThrow().reads())
                .containsExactlyInAnyOrder("IpPermissions", "ManagedPrefixListEntries", "OwnerId");
        assertThat(controls.find(new ControlId("IAM.21")).orElseThrow().reads())
                .containsExactlyInAnyOrder("DefaultVersionId", "PermissionsBoundaryUsageCount", "PolicyVersionList");
        assertThat(controls.find(new ControlId("ES.4")).orElseThrow().reads())
                .containsExactlyInAnyOrder(
                        "Deleted",
                        "ElasticsearchVersion",
                        "LogPublishingOptions.ES_APPLICATION_LOGS.CloudWatchLogsLogGroupArn",
                        "LogPublishingOptions.ES_APPLICATION_LOGS.Enabled");
        assertThat(controls.find(S3_8).orElseThrow().reads())
                .contains("Name", "PublicAccessBlockConfiguration.BlockPublicAcls");
    }

    @Test
    void knowsTheActionsThatAControlTakes() {
        assertThat(controls.find(S3_8).orElseThrow().actions())
                .containsExactlyInAnyOrder(
                        "s3:ListAllMyBuckets", "s3:GetBucketLocation", "s3:GetBucketPublicAccessBlock");
    }

    @Test
    void wantsOnlyWhatTheEnabledControlsRead() {
        controls.change(EC2_18, false, null, "admin");
        var chosen = Stream.of("EC2.2", "EC2.18", "S3.8", "IAM.21", "CloudFront.5");
        var plan = controls.plan(chosen.map(ControlId::new).collect(Collectors.toSet()), null);

        assertThat(plan.wanted("EC2", Scope.REGIONAL))
                .containsOnly(Map.entry(
                        AwsTypes.named("AWS::EC2::SecurityGroup"),
                        Set.of("GroupName", "OwnerId", "IpPermissions", "IpPermissionsEgress")));
        assertThat(plan.wanted("S3", Scope.REGIONAL))
                .containsOnly(
                        Map.entry(AwsTypes.named("AWS::S3::Bucket"), Set.of("Name", "PublicAccessBlockConfiguration")));
        assertThat(plan.services(Scope.GLOBAL)).contains("CloudFront", "IAM").doesNotContain("EC2");
        assertThat(plan.controls(AwsTypes.named("AWS::EC2::SecurityGroup"))).doesNotContain(EC2_18);
    }

    @Test
    void judgesByTheParametersOfThePlan() {
        var ssh = group(22);
        var before = controls.plan(Set.of(EC2_18), null);
        controls.change(EC2_18, null, Map.of("authorizedTcpPorts", List.of(22)), "admin");

        assertThat(before.judge(ssh, Example.OCCASION).get(EC2_18)).isInstanceOf(Verdict.Failed.class);
        assertThat(controls.plan(null, null).judge(ssh, Example.OCCASION).get(EC2_18))
                .isEqualTo(new Verdict.Passed(Text.NONE));
        assertThat(controls.setting(EC2_18, null).parameters())
                .containsEntry("authorizedTcpPorts", List.of(22L))
                .containsEntry("authorizedUdpPorts", List.of());
    }

    @Test
    void takesRangesOfPorts() {
        var setting = controls.change(
                EC2_18, null, Map.of("authorizedTcpPorts", List.of("443", "1020 - 1025", "8-8", 9)), "admin");

        assertThat(setting.parameters()).containsEntry("authorizedTcpPorts", List.of(443L, "1020-1025", 8L, 9L));
        assertThat(verdict(1020, 1025)).isEqualTo(new Verdict.Passed(Text.NONE));
        assertThat(verdict(1021, 1021)).isEqualTo(new Verdict.Passed(Text.NONE));
        assertThat(verdict(8, 9)).isEqualTo(new Verdict.Passed(Text.NONE));
        assertThat(verdict(1020, 1026)).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict(9, 1020)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void passesARangeOfWhichEveryPortIsAuthorized() {
        controls.change(EC2_18, null, Map.of("authorizedTcpPorts", List.of(1020, 1021, 1022)), "admin");

        assertThat(verdict(1020, 1022)).isEqualTo(new Verdict.Passed(Text.NONE));
        assertThat(verdict(1020, 1023)).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void namesTheGapBesideAProvenViolation() {
        var gap = new Gap("ec2:GetManagedPrefixListEntries", "UnauthorizedOperation", "");
        var rules = new ArrayList<Map<String, Object>>();
        IntStream.range(1000, 1050).forEach(port -> rules.add(rule(port)));
        rules.add(Map.of("IpProtocol", "tcp", "PrefixListIds", List.of(Map.of("PrefixListId", "pl-1"))));
        var document = new Document(Map.of("IpPermissions", rules), Map.of("ManagedPrefixListEntries", gap));
        var group = new Resource("arn", AwsTypes.named("AWS::EC2::SecurityGroup"), "group", Map.of(), document);

        assertThat(controls.plan(null, null).judge(group, Example.OCCASION).get(EC2_18))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(new Text("""
                                Open to everyone: protocol tcp, ports 1000
                                Open to everyone: protocol tcp, ports 1001
                                Open to everyone: protocol tcp, ports 1002
                                Open to everyone: protocol tcp, ports 1003
                                Open to everyone: protocol tcp, ports 1004
                                and 45 more
                                ? (ec2:GetManagedPrefixListEntries UnauthorizedOperation)""", """
                                すべてのアドレスに公開: プロトコル tcp、ポート 1000
                                すべてのアドレスに公開: プロトコル tcp、ポート 1001
                                すべてのアドレスに公開: プロトコル tcp、ポート 1002
                                すべてのアドレスに公開: プロトコル tcp、ポート 1003
                                すべてのアドレスに公開: プロトコル tcp、ポート 1004
                                ほか 45 件
                                ? (ec2:GetManagedPrefixListEntries UnauthorizedOperation)""")));
        assertThat(controls.explain(
                                controls.find(EC2_18).orElseThrow(),
                                "AWS::EC2::SecurityGroup",
                                document,
                                Example.OCCASION)
                        .unread())
                .containsExactly(gap.summary());
    }

    @Test
    void tellsWhatIsWrongInBothLanguages() {
        var unset = new Resource(
                "a",
                AwsTypes.named("AWS::CloudFront::Distribution"),
                "d",
                Map.of(),
                Document.of(Map.of("DistributionConfig", Map.of("WebACLId", ""))));
        assertThat(controls.plan(null, null).judge(unset, Example.OCCASION).get(new ControlId("CloudFront.6")))
                .isEqualTo(new Verdict.Failed(
                        new Text("The distribution has no WAF web ACL", "ディストリビューションに WAF のウェブ ACL が関連付けられていません")));
    }

    @Test
    void setsParametersWithoutDefaultAndTakesThemAway() {
        var iam7 = new ControlId("IAM.7");
        assertThat(controls.setting(iam7, null).parameters()).doesNotContainKey("MaxPasswordAge");
        assertThat(controls.change(iam7, null, Map.of("MaxPasswordAge", 60), "admin")
                        .parameters())
                .containsEntry("MaxPasswordAge", 60L);
        var none = new LinkedHashMap<String, Object>();
        none.put("MaxPasswordAge", null);
        assertThat(controls.change(iam7, null, none, "admin").parameters()).doesNotContainKey("MaxPasswordAge");
        none.put("MinimumPasswordLength", null);
        assertThatThrownBy(() -> controls.change(iam7, null, none, "admin")).isInstanceOf(Refusal.Impossible.class);
    }

    @Test
    void leavesOutExcludedBuckets() {
        controls.change(S3_8, null, Map.of("excludedPublicBuckets", List.of("site")), "admin");
        var site = new Resource(
                "a", AwsTypes.named("AWS::S3::Bucket"), "site", Map.of(), Document.of(Map.of("Name", "site")));

        assertThat(controls.plan(null, null).judge(site, Example.OCCASION))
                .containsEntry(S3_8, new Verdict.Passed(Text.NONE));
    }

    @Test
    void refusesWrongSettings() {
        refuses("authorizedTcpPorts", List.of(), "the number of values is 0, but should be at least 1 and at most 32");
        refuses("authorizedTcpPorts", List.of(70000), "the value is 70000, but should be at least 1 and at most 65535");
        refuses("authorizedTcpPorts", List.of("ssh"), "should be a number or a range such as 1020-1025, but is ssh");
        refuses("authorizedTcpPorts", List.of("1020-"), "should be a number or a range such as 1020-1025");
        refuses("authorizedTcpPorts", List.of("1025-1020"), "begins after it ends: write 1020-1025");
        refuses("authorizedTcpPorts", List.of("0-80"), "the value is 0, but should be at least 1");
        refuses("authorizedTcpPorts", List.of("80-65536"), "the value is 65536, but should be at least 1");
        refuses("authorizedTcpPorts", 22, "should be a list of range, but is 22");
        refuses("tcpPorts", List.of(22), "EC2.18 has no parameter 'tcpPorts'");
    }

    @Test
    void explainsWithValuesAndViolations() {
        var document = group(22).document();
        var evidence = controls.explain(
                controls.find(EC2_18).orElseThrow(), "AWS::EC2::SecurityGroup", document, Example.OCCASION);

        assertThat(evidence.values()).isEqualTo(document.fields());
        assertThat(evidence.violations()).isEqualTo(document.fields().get("IpPermissions"));
    }

    @Test
    void explainsWithoutWhatIsNotSet() {
        var evidence = controls.explain(
                controls.find(S3_8).orElseThrow(),
                "AWS::S3::Bucket",
                Document.of(Map.of("Name", "orders")),
                Example.OCCASION);

        assertThat(evidence).isEqualTo(new Evidence(Map.of("Name", "orders"), List.of(), Collections.emptySortedSet()));
    }

    @Test
    void givesTheSameReasonWhateverTheOrder() {
        var ports = List.of(rule(22), rule(3389));
        var reversed = List.of(turned(rule(3389)), turned(rule(22)));

        assertThat(reason(ports)).isEqualTo(reason(reversed)).contains("ports 22\n");
    }

    private void refuses(String name, Object value, String because) {
        assertThatThrownBy(() -> controls.change(EC2_18, null, Map.of(name, value), "admin"))
                .isInstanceOfSatisfying(
                        Refusal.Impossible.class, e -> assertThat(e.field()).isEqualTo("parameters/" + name))
                .hasMessageContaining(because);
    }

    private Verdict verdict(int from, int to) {
        var rule = new LinkedHashMap<>(rule(from));
        rule.put("ToPort", (long) to);
        return controls.plan(null, null)
                .judge(group(List.of(rule)), Example.OCCASION)
                .get(EC2_18);
    }

    private String reason(List<Map<String, Object>> rules) {
        var verdict =
                controls.plan(null, null).judge(group(rules), Example.OCCASION).get(EC2_18);
        return ((Verdict.Failed) verdict).reason().en();
    }

    private static Map<String, Object> rule(int port) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("IpProtocol", "tcp");
        rule.put("FromPort", (long) port);
        rule.put("ToPort", (long) port);
        rule.put("IpRanges", List.of(Map.of("CidrIp", "0.0.0.0/0")));
        return rule;
    }

    private static Map<String, Object> turned(Map<String, Object> map) {
        var turned = new LinkedHashMap<String, Object>();
        List.copyOf(map.keySet()).reversed().forEach(key -> turned.put(key, map.get(key)));
        return turned;
    }

    private static Resource group(int port) {
        return group(List.of(rule(port)));
    }

    private static Resource group(List<Map<String, Object>> rules) {
        var document = Document.of(Map.of("IpPermissions", rules));
        return new Resource("arn", AwsTypes.named("AWS::EC2::SecurityGroup"), "group", Map.of(), document);
    }
}
