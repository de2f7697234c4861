package io.shisei.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.api.Some;
import io.shisei.control.Severity;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.securityhub.model.ResourceDetails;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class AsffTests {

    @Test
    void isAsTheSdksModelWantsIt() {
        for (var language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            var written = Exported.as(new ExportFile(Format.ASFF, false, language), SomeFinding.all());
            var findings = JsonMapper.shared().readTree(written).get("Findings");
            assertThat(findings).hasSameSizeAs(SomeFinding.all());
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(AsffModel.violations(finding))
                            .as(finding.toString())
                            .isEmpty());
        }
    }

    @Test
    void isHeldToTheModelByThisTest() {
        var finding = (ObjectNode) written(Some.finding());
        finding.remove("ProductArn");
        finding.put("Mood", "good");
        finding.put("Title", "x".repeat(257));
        finding.put("UpdatedAt", "2026-01-01 00:00");
        finding.withObject("Compliance").put("Status", "FINE");
        assertThat(AsffModel.violations(finding))
                .hasSize(5)
                .anyMatch(it -> it.contains("ProductArn is missing"))
                .anyMatch(it -> it.contains("Mood is not"))
                .anyMatch(it -> it.contains("Title is too long"))
                .anyMatch(it -> it.contains("UpdatedAt is no instant"))
                .anyMatch(it -> it.contains("Status is none of [FAILED, NOT_AVAILABLE, PASSED, WARNING]"));
    }

    @Test
    void writesAnEmptyListWhereThereIsNone() {
        assertThat(JsonMapper.shared().readTree(Exported.as(Format.ASFF)).get("Findings"))
                .isEmpty();
    }

    @Test
    void saysAllThatIsKnown() {
        var finding = SomeFinding.with(ComplianceStatus.FAILED, WorkflowStatus.NOTIFIED, RecordState.ACTIVE);
        assertThat(written(finding)).isEqualTo(JsonMapper.shared().readTree("""
                {"SchemaVersion": "2018-10-08", "Id": "shisei/%1$s",
                 "ProductArn": "arn:aws:securityhub:eu-west-1:123456789012:product/123456789012/default",
                 "ProductName": "Shisei", "GeneratorId": "shisei/S3.8", "AwsAccountId": "123456789012",
                 "Types": ["Software and Configuration Checks/Industry and Regulatory Standards"],
                 "FirstObservedAt": "2026-01-01T00:00:00Z", "LastObservedAt": "2026-03-01T12:00:00Z",
                 "CreatedAt": "2026-01-01T00:00:00Z", "UpdatedAt": "2026-03-01T12:00:00Z",
                 "Severity": {"Label": "HIGH", "Original": "HIGH"},
                 "Title": "Buckets are private", "Description": "BlockPublicAcls is false",
                 "Remediation": {"Recommendation": {"Text": "Block public access."}},
                 "ProductFields": {"shisei/FindingId": "%1$s", "shisei/ResourceType": "AWS::S3::Bucket"},
                 "Resources": [{"Type": "AwsS3Bucket", "Id": "arn:aws:s3:::data", "Partition": "aws",
                                "Region": "eu-west-1", "Tags": {"team": "a"}}],
                 "Compliance": {"Status": "FAILED", "SecurityControlId": "S3.8", "AssociatedStandards":
                                [{"StandardsId": "standards/aws-foundational-security-best-practices/v/1.0.0"}]},
                 "Workflow": {"Status": "NOTIFIED"}, "RecordState": "ACTIVE",
                 "FindingProviderFields": {"Severity": {"Label": "HIGH", "Original": "HIGH"},
                     "Types": ["Software and Configuration Checks/Industry and Regulatory Standards"]}}
                """.formatted(finding.id())));
    }

    @Test
    void isInformationalWhereNothingIsWrong() {
        var passed = written(SomeFinding.with(ComplianceStatus.PASSED, WorkflowStatus.RESOLVED, RecordState.ACTIVE));
        assertThat(passed.at("/Severity/Label").asString()).isEqualTo(Severity.INFORMATIONAL.name());
        assertThat(passed.at("/Severity/Original").asString()).isEqualTo(Severity.HIGH.name());
    }

    @Test
    void isNotObservedAnyMoreOnceArchived() {
        var gone = written(SomeFinding.with(ComplianceStatus.FAILED, WorkflowStatus.NEW, RecordState.ARCHIVED));
        assertThat(gone.at("/RecordState").asString()).isEqualTo("ARCHIVED");
        assertThat(gone.at("/LastObservedAt").isMissingNode()).isTrue();
        assertThat(gone.at("/ProductFields/shisei~1ArchiveReason").asString()).isEqualTo("RESOURCE_GONE");
    }

    @Test
    void placesWhatIsGlobalWhereItsEndpointIs() {
        var role = written(SomeFinding.of("AWS::IAM::Role", "arn:aws:iam::123456789012:role/x", "global"));
        assertThat(role.at("/Resources/0/Region").asString()).isEqualTo("us-east-1");
        assertThat(role.at("/ProductArn").asString())
                .isEqualTo("arn:aws:securityhub:us-east-1:123456789012:product/123456789012/default");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::EC2::VPC, AwsEc2Vpc",
        "AWS::RDS::DBInstance, AwsRdsDbInstance",
        "AWS::WAFv2::WebACL, AwsWafv2WebAcl",
        "AWS::ElasticLoadBalancingV2::LoadBalancer, AwsElbv2LoadBalancer",
        "AWS::OpenSearch::Domain, AwsOpenSearchServiceDomain",
        "AWS::RDS::DBProxy, Other"
    })
    void namesTypesAsSecurityHubDoes(String type, String name) {
        assertThat(written(SomeFinding.of(type, "arn:aws:x", "eu-west-1"))
                        .at("/Resources/0/Type")
                        .asString())
                .isEqualTo(name);
    }

    @Test
    void namesTheAccountAsSecurityHubDoes() {
        var trails = SomeFinding.of("AWS::CloudTrail::Trails", "AWS::::Account:123456789012", "eu-west-1");
        assertThat(written(trails).at("/Resources/0/Type").asString()).isEqualTo("AwsAccount");
    }

    @Test
    void knowsTheTypesOfTheModel() {
        var details = ResourceDetails.builder().build().sdkFields().stream()
                .map(SdkField::locationName)
                .filter(name -> name.startsWith("Aws"));
        assertThat(AsffType.NAMES).containsExactlyInAnyOrderElementsOf(details.toList());
    }

    private static JsonNode written(Finding finding) {
        var findings =
                JsonMapper.shared().readTree(Exported.as(Format.ASFF, finding)).get("Findings");
        return StreamSupport.stream(findings.spliterator(), false).toList().getFirst();
    }
}
