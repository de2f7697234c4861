package io.shisei.benchmark;

import io.shisei.benchmark.StubAccount.Kind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** STS, IAM and RDS as AWS's query XML. */
record QueryWire(StubAccount account) {

    Reply answer(Asked asked) {
        return switch (asked.parameter("Action")) {
            case "GetCallerIdentity" ->
                answer(
                        asked,
                        "<Arn>arn:aws:iam::123456789012:user/benchmark</Arn><UserId>AIDA</UserId>"
                                + "<Account>123456789012</Account>");
            case "GetAccountAuthorizationDetails" -> policies(asked);
            case "DescribeDBClusters" -> clusters(asked);
            default -> NothingWire.answer(asked);
        };
    }

    private Reply policies(Asked asked) {
        var from = Asked.from(asked.parameter("Marker"));
        var size = Integer.parseInt(asked.parameter("MaxItems"));
        var more = account.more(Kind.POLICIES, from, size);
        var members = account.page(Kind.POLICIES, "global", from, size)
                .mapToObj(this::policy)
                .collect(Collectors.joining());
        return answer(
                asked,
                "<IsTruncated>" + more + "</IsTruncated><UserDetailList/><GroupDetailList/><RoleDetailList/><Policies>"
                        + members + "</Policies>" + Reply.next("Marker", more, from + size));
    }

    private String policy(int number) {
        var action = account.bad(Kind.POLICIES, "global", number) ? "s3:*" : "s3:GetObject";
        var document = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["%s"],"Resource":"*"}]}""".formatted(action);
        return """
                <member><PolicyName>policy-%1$d</PolicyName><PolicyId>ANPA%1$d</PolicyId>\
                <Arn>arn:aws:iam::123456789012:policy/policy-%1$d</Arn><Path>/</Path><DefaultVersionId>v1\
                </DefaultVersionId><AttachmentCount>1</AttachmentCount>\
                <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount><IsAttachable>true</IsAttachable>\
                <CreateDate>2024-01-01T00:00:00Z</CreateDate><UpdateDate>2024-01-01T00:00:00Z</UpdateDate>\
                <PolicyVersionList><member><Document>%2$s</Document><VersionId>v1</VersionId>\
                <IsDefaultVersion>true</IsDefaultVersion><CreateDate>2024-01-01T00:00:00Z</CreateDate></member>\
                </PolicyVersionList></member>\
                """.formatted(number, URLEncoder.encode(document, StandardCharsets.UTF_8));
    }

    private Reply clusters(Asked asked) {
        var from = Asked.from(asked.parameter("Marker"));
        var size = Integer.parseInt(asked.parameter("MaxRecords"));
        var members = account.page(Kind.CLUSTERS, asked.region(), from, size)
                .mapToObj(number -> cluster(asked.region(), number))
                .collect(Collectors.joining());
        return answer(
                asked,
                "<DBClusters>" + members + "</DBClusters>"
                        + Reply.next("Marker", account.more(Kind.CLUSTERS, from, size), from + size));
    }

    private String cluster(String region, int number) {
        return """
                <DBCluster><DBClusterIdentifier>cluster-%1$d</DBClusterIdentifier><DBClusterArn>\
                arn:aws:rds:%2$s:123456789012:cluster:cluster-%1$d</DBClusterArn><Engine>aurora-mysql</Engine>\
                <Status>available</Status><MasterUsername>app</MasterUsername><DatabaseName>app</DatabaseName>\
                <DeletionProtection>%3$s</DeletionProtection><StorageEncrypted>true</StorageEncrypted>\
                <CopyTagsToSnapshot>%3$s</CopyTagsToSnapshot>\
                <IAMDatabaseAuthenticationEnabled>%3$s</IAMDatabaseAuthenticationEnabled><MultiAZ>true</MultiAZ>\
                <BackupRetentionPeriod>7</BackupRetentionPeriod><TagList/></DBCluster>\
                """.formatted(number, region, !account.bad(Kind.CLUSTERS, region, number));
    }

    private static Reply answer(Asked asked, String result) {
        var operation = asked.parameter("Action");
        return Reply.xml(
                asked.service() + " " + operation,
                "<%1$sResponse><%1$sResult>%2$s</%1$sResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></%1$sResponse>"
                        .formatted(operation, result));
    }
}
