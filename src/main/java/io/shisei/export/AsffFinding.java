package io.shisei.export;

import io.shisei.control.Standard;
import io.shisei.control.Text;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A finding in AWS Security Finding Format, within the limits that Security Hub sets
 * (https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_AwsSecurityFinding.html). What Security Hub fills in by
 * itself is left out.
 *
 * @param productArn that of custom integrations in the finding's own account and region: Security Hub takes no other
 */
record AsffFinding(
        String schemaVersion,
        String id,
        String productArn,
        String productName,
        String generatorId,
        String awsAccountId,
        List<String> types,
        Instant firstObservedAt,
        @Nullable Instant lastObservedAt,
        Instant createdAt,
        Instant updatedAt,
        Severity severity,
        String title,
        String description,
        @Nullable Remediation remediation,
        Map<String, String> productFields,
        List<Resource> resources,
        Compliance compliance,
        Workflow workflow,
        String recordState,
        FindingProviderFields findingProviderFields) {

    static final List<String> TYPES = List.of("Software and Configuration Checks/Industry and Regulatory Standards");

    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_RECOMMENDATION = 512;

    private static final Map<String, String> STANDARDS =
            Map.of(Standard.FSBP, "standards/aws-foundational-security-best-practices/v/1.0.0");

    /** @param original the control's, whatever became of the finding */
    record Severity(String label, String original) {}

    record Remediation(Recommendation recommendation) {}

    record Recommendation(String text) {}

    record Resource(String type, String id, String partition, String region, Map<String, String> tags) {}

    record Compliance(String status, String securityControlId, List<AssociatedStandard> associatedStandards) {}

    record AssociatedStandard(String standardsId) {}

    record Workflow(String status) {}

    record FindingProviderFields(Severity severity, List<String> types) {}

    static AsffFinding of(Finding finding, Context context) {
        var severity = new Severity(
                Context.severity(finding).name(), finding.severity().name());
        return new AsffFinding(
                "2018-10-08",
                "shisei/" + finding.id(),
                "arn:%s:securityhub:%s:%s:product/%3$s/default"
                        .formatted(context.partition(finding), context.region(finding), finding.accountId()),
                "Shisei",
                "shisei/" + finding.controlId(),
                finding.accountId(),
                TYPES,
                finding.firstObservedAt(),
                lastObservedAt(finding),
                finding.firstObservedAt(),
                finding.judgedAt(),
                severity,
                Text.shortened(context.title(finding), LONGEST_TITLE),
                Text.shortened(context.description(finding), LONGEST_DESCRIPTION),
                remediation(context.remediation(finding)),
                productFields(finding),
                List.of(resource(finding, context)),
                compliance(finding, context),
                new Workflow(finding.workflowStatus().name()),
                finding.recordState().name(),
                new FindingProviderFields(severity, TYPES));
    }

    /** Null for what is archived: it is not observed any more. */
    private static @Nullable Instant lastObservedAt(Finding finding) {
        return finding.recordState() == RecordState.ACTIVE ? finding.judgedAt() : null;
    }

    private static @Nullable Remediation remediation(String text) {
        return text.isBlank()
                ? null
                : new Remediation(new Recommendation(Text.shortened(text, LONGEST_RECOMMENDATION)));
    }

    private static Map<String, String> productFields(Finding finding) {
        var fields = new TreeMap<String, String>();
        fields.put("shisei/FindingId", finding.id().toString());
        fields.put("shisei/ResourceType", finding.resource().type());
        if (finding.archiveReason() != null) {
            fields.put("shisei/ArchiveReason", finding.archiveReason().name());
        }
        return fields;
    }

    private static Resource resource(Finding finding, Context context) {
        var subject = finding.resource();
        return new Resource(
                AsffType.of(subject.type(), subject.arn()),
                subject.arn(),
                context.partition(finding),
                context.region(finding),
                spoken(subject.tags()));
    }

    /** AWS's resources may have tags without a value, which Security Hub refuses. */
    private static Map<String, String> spoken(Map<String, String> tags) {
        var spoken = new TreeMap<>(tags);
        spoken.values().removeIf(String::isBlank);
        return spoken;
    }

    private static Compliance compliance(Finding finding, Context context) {
        var standards = context.standards(finding).stream()
                .map(Standard::id)
                .map(STANDARDS::get)
                .filter(Objects::nonNull)
                .map(AssociatedStandard::new)
                .toList();
        return new Compliance(
                finding.complianceStatus().name(), finding.controlId().value(), standards);
    }
}
