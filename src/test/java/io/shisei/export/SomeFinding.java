package io.shisei.export;

import io.shisei.api.Some;
import io.shisei.control.ControlId;
import io.shisei.control.Severity;
import io.shisei.control.Text;
import io.shisei.finding.ArchiveReason;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Findings of all sorts. */
final class SomeFinding {

    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant CHANGED = Instant.parse("2026-01-02T00:00:00.123456Z");
    static final Instant EVALUATED = Instant.parse("2026-03-01T12:00:00Z");

    private static final Finding.Subject BUCKET = new Finding.Subject(
            Some.OTHER_ID, "arn:aws:s3:::data", "AWS::S3::Bucket", "data", Map.of("team", "a", "empty", ""));
    private static final Finding.Subject ACCOUNT = new Finding.Subject(
            Some.OTHER_ID, "AWS::::Account:123456789012", "AWS::CloudTrail::Trails", "123456789012", Map.of());

    private SomeFinding() {}

    static Finding with(ComplianceStatus compliance, WorkflowStatus workflow, RecordState record) {
        return of("S3.8", Severity.HIGH, "eu-west-1", BUCKET, compliance, "BlockPublicAcls is false", workflow, record);
    }

    static Finding because(String reason) {
        return of(
                "S3.8",
                Severity.HIGH,
                "eu-west-1",
                BUCKET,
                ComplianceStatus.FAILED,
                reason,
                WorkflowStatus.NEW,
                RecordState.ACTIVE);
    }

    static Finding of(String type, String arn, String region) {
        var subject = new Finding.Subject(Some.OTHER_ID, arn, type, "it", Map.of());
        return of(
                "S3.8",
                Severity.HIGH,
                region,
                subject,
                ComplianceStatus.FAILED,
                "it is open",
                WorkflowStatus.NEW,
                RecordState.ACTIVE);
    }

    /** Each value of each status, severities, what is global, what has no reason, what is gone from the product. */
    static List<Finding> all() {
        var all = new ArrayList<Finding>();
        for (var compliance : ComplianceStatus.values()) {
            for (var workflow : WorkflowStatus.values()) {
                for (var record : RecordState.values()) {
                    all.add(with(compliance, workflow, record));
                }
            }
        }
        for (var severity : Severity.values()) {
            all.add(of(
                    "Old.1",
                    severity,
                    "global",
                    ACCOUNT,
                    ComplianceStatus.FAILED,
                    "",
                    WorkflowStatus.NEW,
                    RecordState.ACTIVE));
        }
        all.add(because("長い理由😀".repeat(1000)));
        return all;
    }

    private static Finding of(
            String control,
            Severity severity,
            String region,
            Finding.Subject subject,
            ComplianceStatus compliance,
            String reason,
            WorkflowStatus workflow,
            RecordState record) {
        return new Finding(
                UUID.nameUUIDFromBytes((control + subject + compliance + workflow + record).getBytes()),
                new ControlId(control),
                severity,
                Some.ACCOUNT,
                region,
                subject,
                compliance,
                new Text(reason, reason),
                workflow,
                null,
                null,
                record,
                record == RecordState.ARCHIVED ? ArchiveReason.RESOURCE_GONE : null,
                FIRST,
                CHANGED,
                compliance == ComplianceStatus.FAILED ? CHANGED : null,
                null,
                EVALUATED,
                3);
    }
}
