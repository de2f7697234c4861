package io.shisei.api;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Difference;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.control.Standing;
import io.shisei.control.Text;
import io.shisei.control.parameter.Parameter;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import io.shisei.finding.RecordState;
import io.shisei.finding.WorkflowStatus;
import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.StoredResource;
import io.shisei.paging.Page;
import io.shisei.scan.Scan;
import io.shisei.scan.ScanState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Things to test with. */
public final class Some {

    public static final UUID ID = UUID.fromString("00000000-0000-0000-0000-000000000001");
    public static final UUID OTHER_ID = UUID.fromString("00000000-0000-0000-0000-000000000002");
    public static final String ACCOUNT = "123456789012";
    public static final ControlId BUCKETS_PRIVATE = new ControlId("S3.8");

    private Some() {}

    public static Account account() {
        return account("production");
    }

    static Account account(String name) {
        return new Account(new Identity(ACCOUNT, "aws"), name, Access.DEFAULT, List.of("us-east-1"), ApiTest.NOW);
    }

    /** A bucket of which this is known. */
    public static StoredResource bucket(Document document) {
        return new StoredResource(
                OTHER_ID,
                ACCOUNT,
                "us-east-1",
                "AWS::S3::Bucket",
                "arn:aws:s3:::data",
                "data",
                Map.of(),
                false,
                document,
                ApiTest.NOW,
                ApiTest.NOW,
                null);
    }

    public static Scan scan(ScanState state) {
        return new Scan(
                ID,
                ACCOUNT,
                Scan.Trigger.MANUAL,
                null,
                state,
                null,
                List.of(BUCKETS_PRIVATE),
                null,
                new Scan.Progress(1, 2),
                new Scan.Tally(10, 20, 3, 2, 40, 4, 1),
                50.0,
                ApiTest.NOW,
                ApiTest.NOW,
                null);
    }

    public static Finding finding() {
        return new Finding(
                ID,
                BUCKETS_PRIVATE,
                Severity.HIGH,
                ACCOUNT,
                "us-east-1",
                new Finding.Subject(OTHER_ID, "arn:aws:s3:::data", "AWS::S3::Bucket", "data", Map.of("team", "a")),
                ComplianceStatus.FAILED,
                new Text("BlockPublicAcls is false", "BlockPublicAcls は false です"),
                WorkflowStatus.NEW,
                null,
                null,
                RecordState.ACTIVE,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"),
                Instant.parse("2026-01-02T00:00:00Z"),
                Instant.parse("2026-01-09T00:00:00Z"),
                null,
                3);
    }

    public static Control control(String id) {
        var bucket = new ResourceType(
                "AWS::S3::Bucket",
                "S3",
                Set.of(Scope.GLOBAL),
                new FieldType.Struct("s3.Bucket", Map::of),
                List.of(),
                Map.of(),
                Set.of());
        return new Control(
                new ControlId(id),
                id.substring(0, id.indexOf('.')),
                new Text("Buckets are private", "バケットは非公開"),
                new Text("Block public access.", "パブリックアクセスをブロックします。"),
                Severity.HIGH,
                "Protect > Secure access management",
                new Difference(new Text("The account does not count.", "アカウントの設定は見ません。"), null),
                List.of(bucket),
                Map.of("days", new Parameter("int", 90L)),
                Set.of("PublicAccessBlockConfiguration"),
                Set.of("s3:GetBucketPublicAccessBlock"),
                List.of());
    }

    public static Standard standard() {
        return new Standard(
                "fsbp",
                new Text("AWS Foundational Security Best Practices", "AWS 基礎セキュリティのベストプラクティス"),
                new TreeSet<>(Set.of(BUCKETS_PRIVATE)),
                Map.of(new ControlId("S3.10"), LocalDate.parse("2024-02-01")),
                List.of(planned()));
    }

    public static Standing planned() {
        var title = new Text("Certificates are renewed", "証明書を更新する必要がある");
        return new Standing(new ControlId("ACM.1"), title, Severity.MEDIUM, false, null, null);
    }

    public static Standing judged() {
        var control = control("S3.8");
        return new Standing(control.id(), control.title(), control.severity(), true, null, control.differs());
    }

    @SafeVarargs
    public static <T> Page<T> page(T... items) {
        return new Page<>(List.of(items), null, Page.Total.exact(items.length));
    }
}
