import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An account that is there for training alone, in the wire formats of AWS: some of each format that AWS has. Of all else it
 * says nothing, which the service tells as gaps.
 */
final class TrainingAccount {

    static final String ID = "123456789012";
    static final String REGION = "us-east-1";

    private static final int BUCKETS = 400;
    private static final int GROUPS = 400;
    private static final int INSTANCES = 200;
    private static final int POLICIES = 100;
    private static final int CLUSTERS = 50;
    private static final int TASKS = 200;

    /** At least so many are read, which are of the kinds that it has many of. */
    static final int RESOURCES = BUCKETS + GROUPS + INSTANCES + POLICIES + CLUSTERS + TASKS;

    private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([^&]+)");
    private static final Pattern TASK = Pattern.compile("\"taskDefinition\"\\s*:\\s*\"([^\"]+)\"");

    private record Answer(int status, String type, String body) {

        static Answer xml(String body) {
            return new Answer(200, "text/xml", body);
        }

        static Answer json(String body) {
            return new Answer(200, "application/x-amz-json-1.1", body);
        }

        static Answer missing(String code) {
            return new Answer(404, "text/xml", "<Error><Code>" + code + "</Code></Error>");
        }
    }

    private TrainingAccount() {}

    /** Answers where it is. */
    static String start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", TrainingAccount::serve);
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var answer = answer(exchange, body);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Answer answer(HttpExchange exchange, String body) {
        var headers = exchange.getRequestHeaders();
        var action = ACTION.matcher(body);
        if (action.find()) {
            return Answer.xml(queried(action.group(1)));
        }
        var target = headers.getFirst("X-Amz-Target");
        if (target != null) {
            return Answer.json(targeted(target.substring(target.lastIndexOf('.') + 1), TASK.matcher(body)));
        }
        var service = SIGNED_FOR.matcher(String.valueOf(headers.getFirst("Authorization")));
        return service.find() && service.group(1).equals("s3")
                ? ofBuckets(exchange.getRequestURI().getPath(), String.valueOf(exchange.getRequestURI().getQuery()).replaceFirst("=.*", ""))
                : Answer.json("{}");
    }

    private static Answer ofBuckets(String path, String query) {
        if (path.equals("/")) {
            return Answer.xml("<ListAllMyBucketsResult><Owner><ID>1</ID></Owner><Buckets>"
                    + many(BUCKETS, "<Bucket><Name>training-%1$d</Name><BucketRegion>" + REGION + "</BucketRegion></Bucket>")
                    + "</Buckets></ListAllMyBucketsResult>");
        }
        return switch (query) {
            case "acl" ->
                Answer.xml("<AccessControlPolicy><Owner><ID>1</ID></Owner><AccessControlList><Grant><Grantee"
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"><ID>1</ID></Grantee>"
                        + "<Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>");
            case "publicAccessBlock" ->
                Answer.xml("<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>"
                        + "<IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>"
                        + "<RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>");
            case "ownershipControls" ->
                Answer.xml("<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>");
            case "policy" -> new Answer(200, "application/json", policy("s3:GetObject"));
            case "lifecycle" -> Answer.missing("NoSuchLifecycleConfiguration");
            default -> Answer.xml("<BucketLoggingStatus/>");
        };
    }

    private static String queried(String action) {
        var told =
                switch (action) {
                    case "DescribeRegions" ->
                        "<regionInfo><item><regionName>" + REGION + "</regionName></item></regionInfo>";
                    case "DescribeSecurityGroups" -> "<securityGroupInfo>" + many(GROUPS, """
                            <item><ownerId>123456789012</ownerId><groupId>sg-%1$017x</groupId><groupName>training-%1$d</groupName>\
                            <vpcId>vpc-1</vpcId><ipPermissions><item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort>\
                            <toPort>22</toPort><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissions>\
                            <ipPermissionsEgress/><tagSet><item><key>team</key><value>a</value></item></tagSet></item>\
                            """) + "</securityGroupInfo>";
                    case "DescribeInstances" -> "<reservationSet>" + many(INSTANCES, """
                            <item><ownerId>123456789012</ownerId><instancesSet><item><instanceId>i-%1$017x</instanceId>\
                            <instanceState><name>running</name></instanceState><networkInterfaceSet><item>\
                            <networkInterfaceId>eni-%1$017x</networkInterfaceId></item></networkInterfaceSet>\
                            <metadataOptions><httpTokens>required</httpTokens></metadataOptions></item></instancesSet></item>\
                            """) + "</reservationSet>";
                    case "GetCallerIdentity" ->
                        result(action, "<Arn>arn:aws:iam::123456789012:user/training</Arn><Account>" + ID + "</Account>");
                    case "GetAccountAuthorizationDetails" -> result(action, policies());
                    case "DescribeDBClusters" -> result(action, "<DBClusters>" + many(CLUSTERS, """
                            <DBCluster><DBClusterIdentifier>training-%1$d</DBClusterIdentifier><DBClusterArn>\
                            arn:aws:rds:us-east-1:123456789012:cluster:training-%1$d</DBClusterArn><Engine>aurora-mysql</Engine>\
                            <Status>available</Status><StorageEncrypted>true</StorageEncrypted><TagList/></DBCluster>\
                            """) + "</DBClusters>");
                    default -> result(action, "");
                };
        return "<%1$sResponse>%2$s</%1$sResponse>".formatted(action, told);
    }

    private static String result(String action, String told) {
        return "<%1$sResult>%2$s</%1$sResult>".formatted(action, told);
    }

    private static String policies() {
        var document = URLEncoder.encode(policy("s3:*"), StandardCharsets.UTF_8).replace("%", "%%");
        return "<IsTruncated>false</IsTruncated><UserDetailList/><GroupDetailList/><RoleDetailList/><Policies>"
                + many(POLICIES, """
                        <member><PolicyName>training-%1$d</PolicyName><PolicyId>ANPA%1$d</PolicyId>\
                        <Arn>arn:aws:iam::123456789012:policy/training-%1$d</Arn><DefaultVersionId>v1</DefaultVersionId>\
                        <AttachmentCount>1</AttachmentCount><PolicyVersionList><member><VersionId>v1</VersionId>\
                        <IsDefaultVersion>true</IsDefaultVersion><Document>""" + document + """
                        </Document></member></PolicyVersionList></member>\
                        """)
                + "</Policies>";
    }

    private static String policy(String action) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + ID
                + "\"},\"Action\":[\"" + action + "\"],\"Resource\":\"*\"}]}";
    }

    private static String targeted(String operation, Matcher task) {
        return switch (operation) {
            case "ListTaskDefinitions" ->
                "{\"taskDefinitionArns\":["
                        + IntStream.range(0, TASKS)
                                .mapToObj("\"arn:aws:ecs:us-east-1:123456789012:task-definition/training-%d:1\""::formatted)
                                .collect(Collectors.joining(","))
                        + "]}";
            case "DescribeTaskDefinition" -> task.find() ? """
                    {"taskDefinition":{"taskDefinitionArn":"%s","family":"training","revision":1,"status":"ACTIVE",\
                    "networkMode":"host","containerDefinitions":[{"name":"app","image":"app:1","user":"root",\
                    "environment":[{"name":"STAGE","value":"production"}],"privileged":false}]},"tags":[]}\
                    """.formatted(task.group(1)) : "{}";
            case "GetResources" ->
                "{\"ResourceTagMappingList\":["
                        + IntStream.range(0, BUCKETS)
                                .mapToObj("""
                                        {"ResourceARN":"arn:aws:s3:::training-%d","Tags":[{"Key":"stage","Value":"test"}]}\
                                        """::formatted)
                                .collect(Collectors.joining(","))
                        + "],\"PaginationToken\":\"\"}";
            default -> "{}";
        };
    }

    private static String many(int count, String one) {
        return IntStream.range(0, count).mapToObj(one::formatted).collect(Collectors.joining());
    }
}
