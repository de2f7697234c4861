package io.shisei.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shisei.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finding as a Compliance Finding of OCSF (https://schema.ocsf.io/1.5.0/classes/compliance_finding) with the profile
 * {@code cloud}; times in milliseconds since 1970.
 */
record OcsfFinding(
        int activityId,
        String activityName,
        int categoryUid,
        String categoryName,
        int classUid,
        String className,
        int typeUid,
        String typeName,
        long time,
        String message,
        int severityId,
        String severity,
        int statusId,
        String status,
        Compliance compliance,
        FindingInfo findingInfo,
        Metadata metadata,
        @Nullable Remediation remediation,
        List<Resource> resources,
        Cloud cloud,
        VendorAttributes vendorAttributes) {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final int FINDINGS = 2;
    private static final int COMPLIANCE_FINDING = 2003;

    /** @param statusCode Security Hub's word for it */
    record Compliance(
            String control,
            List<String> standards,
            int statusId,
            String status,
            String statusCode,
            String statusDetail) {}

    record FindingInfo(
            String uid,
            String title,
            String desc,
            List<String> types,
            long createdTime,
            long firstSeenTime,
            long lastSeenTime,
            long modifiedTime,
            Analytic analytic) {}

    record Analytic(String uid, String name, int typeId, String type) {}

    record Metadata(String version, Product product, List<String> profiles, String eventCode) {}

    record Product(String name, String vendorName) {}

    record Remediation(String desc) {}

    record Resource(String uid, String name, String type, String cloudPartition, String region, List<Tag> tags) {}

    record Tag(String name, String value) {}

    record Cloud(String provider, String region, Account account) {}

    record Account(String uid, @Nullable String name, int typeId, String type) {}

    /** The control's severity, whatever became of the finding. */
    record VendorAttributes(int severityId, String severity) {}

    static OcsfFinding of(Finding finding, Context context) {
        var activity = OcsfWord.activity(finding);
        var severity = OcsfWord.severity(Context.severity(finding));
        var status = OcsfWord.status(finding);
        var original = OcsfWord.severity(finding.severity());
        var remediation = context.remediation(finding);
        return new OcsfFinding(
                activity.id(),
                activity.caption(),
                FINDINGS,
                "Findings",
                COMPLIANCE_FINDING,
                "Compliance Finding",
                COMPLIANCE_FINDING * 100 + activity.id(),
                "Compliance Finding: " + activity.caption(),
                finding.firstObservedAt().toEpochMilli(),
                context.description(finding),
                severity.id(),
                severity.caption(),
                status.id(),
                status.caption(),
                compliance(finding, context),
                info(finding, context),
                new Metadata(
                        "1.5.0",
                        new Product("Shisei", "Shisei"),
                        List.of("cloud"),
                        finding.controlId().value()),
                remediation.isBlank() ? null : new Remediation(remediation),
                List.of(resource(finding, context)),
                cloud(finding, context),
                new VendorAttributes(original.id(), original.caption()));
    }

    private static Compliance compliance(Finding finding, Context context) {
        var status = OcsfWord.compliance(finding.complianceStatus());
        return new Compliance(
                finding.controlId().value(),
                context.standards(finding).stream()
                        .map(standard -> standard.name().in(context.locale()))
                        .toList(),
                status.id(),
                status.caption(),
                finding.complianceStatus().name(),
                context.reason(finding));
    }

    private static FindingInfo info(Finding finding, Context context) {
        var first = finding.firstObservedAt().toEpochMilli();
        var updated = finding.judgedAt().toEpochMilli();
        return new FindingInfo(
                finding.id().toString(),
                context.title(finding),
                context.description(finding),
                AsffFinding.TYPES,
                first,
                first,
                updated,
                updated,
                new Analytic(finding.controlId().value(), context.title(finding), 1, "Rule"));
    }

    private static Resource resource(Finding finding, Context context) {
        var subject = finding.resource();
        var tags = subject.tags().entrySet().stream()
                .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                .toList();
        return new Resource(
                subject.arn(),
                subject.name(),
                subject.type(),
                context.partition(finding),
                context.region(finding),
                tags);
    }

    private static Cloud cloud(Finding finding, Context context) {
        var name = context.accountName(finding);
        return new Cloud(
                "AWS",
                context.region(finding),
                new Account(finding.accountId(), name.isEmpty() ? null : name, 10, "AWS Account"));
    }
}
