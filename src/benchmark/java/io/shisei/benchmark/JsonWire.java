package io.shisei.benchmark;

import io.shisei.benchmark.StubAccount.Kind;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** ECS as JSON 1.1, API Gateway and Elasticsearch as REST JSON. */
record JsonWire(StubAccount account) {

    private static final JsonMapper JSON = new JsonMapper();

    Reply ecs(Asked asked) {
        var body = JSON.readTree(asked.body());
        return switch (asked.target()) {
            case "ListTaskDefinitions" -> tasks(asked.region(), body);
            case "DescribeTaskDefinition" ->
                task(asked.region(), body.at("/taskDefinition").asString());
            default -> NothingWire.answer(asked);
        };
    }

    private Reply tasks(String region, JsonNode body) {
        var from = Asked.from(body.path("nextToken").asString(""));
        var size = body.at("/maxResults").asInt();
        var arns = account.page(Kind.TASKS, region, from, size)
                .mapToObj(
                        number -> "\"arn:aws:ecs:%s:123456789012:task-definition/task-%d:1\"".formatted(region, number))
                .collect(Collectors.joining(","));
        var next = account.more(Kind.TASKS, from, size) ? ",\"nextToken\":\"" + Asked.token(from + size) + "\"" : "";
        return Reply.json("ecs ListTaskDefinitions", "{\"taskDefinitionArns\":[" + arns + "]" + next + "}");
    }

    private Reply task(String region, String arn) {
        var number = Integer.parseInt(arn.substring(arn.indexOf("/task-") + 6, arn.lastIndexOf(':')));
        return Reply.json("ecs DescribeTaskDefinition", """
                {"taskDefinition":{"taskDefinitionArn":"%s","family":"task-%d","revision":1,"status":"ACTIVE",\
                "networkMode":"host","containerDefinitions":[{"name":"app","image":"app:1","cpu":256,"memory":512,\
                "essential":true,"user":"%s","environment":[{"name":"STAGE","value":"production"}],"privileged":false,\
                "readonlyRootFilesystem":true}],"requiresCompatibilities":["EC2"],"volumes":[]},"tags":[]}\
                """.formatted(
                        arn, number, account.bad(Kind.TASKS, region, number) ? "root" : "1000"));
    }

    /** The buckets of a region, each with a tag. */
    Reply tags(Asked asked) {
        var body = JSON.readTree(asked.body());
        if (!body.at("/ResourceTypeFilters/0").asString("").equals("s3:bucket")) {
            return Reply.json("tagging GetResources", "{\"ResourceTagMappingList\":[],\"PaginationToken\":\"\"}");
        }
        var from = Asked.from(body.path("PaginationToken").asString(""));
        var size = body.at("/ResourcesPerPage").asInt();
        var tagged = account.page(Kind.BUCKETS, asked.region(), from, size)
                .mapToObj(number -> """
                        {"ResourceARN":"arn:aws:s3:::%s.bucket-%d","Tags":[{"Key":"team","Value":"web"}]}\
                        """.formatted(asked.region(), number))
                .collect(Collectors.joining(","));
        var next = account.more(Kind.BUCKETS, from, size) ? Asked.token(from + size) : "";
        return Reply.json(
                "tagging GetResources",
                "{\"ResourceTagMappingList\":[" + tagged + "],\"PaginationToken\":\"" + next + "\"}");
    }

    Reply gateway(Asked asked) {
        if (asked.path().equals("/restapis")) {
            var apis = account.page(Kind.APIS, asked.region(), 0, 500)
                    .mapToObj("{\"id\":\"api%1$d\",\"name\":\"api-%1$d\",\"createdDate\":1700000000}"::formatted)
                    .collect(Collectors.joining(","));
            return Reply.json("apigateway GetRestApis", "{\"item\":[" + apis + "]}");
        }
        if (!asked.path().matches("/restapis/api\\d+/stages")) {
            return NothingWire.answer(asked);
        }
        var number = Integer.parseInt(asked.path().split("/")[2].substring("api".length()));
        return Reply.json(
                "apigateway GetStages", """
                {"item":[{"deploymentId":"d1","stageName":"live","cacheClusterEnabled":true,"cacheClusterSize":"0.5",\
                "methodSettings":{"*/*":{"loggingLevel":"ERROR","cachingEnabled":true,"cacheDataEncrypted":%s}},\
                "tracingEnabled":%s,"createdDate":1700000000,"lastUpdatedDate":1700000000}]}\
                """.formatted(bad(asked, Kind.APIS, number), !bad(asked, Kind.APIS, number)));
    }

    Reply elasticsearch(Asked asked) {
        if (asked.path().equals("/2015-01-01/domain")) {
            var names = account.page(Kind.DOMAINS, asked.region(), 0, 1000)
                    .mapToObj("{\"DomainName\":\"domain-%d\",\"EngineType\":\"Elasticsearch\"}"::formatted)
                    .collect(Collectors.joining(","));
            return Reply.json("es ListDomainNames", "{\"DomainNames\":[" + names + "]}");
        }
        if (!asked.path().equals("/2015-01-01/es/domain-info")) {
            return NothingWire.answer(asked);
        }
        var domains = JSON.readTree(asked.body())
                .at("/DomainNames")
                .valueStream()
                .map(name -> domain(asked, Integer.parseInt(name.asString().substring("domain-".length()))))
                .collect(Collectors.joining(","));
        return Reply.json("es DescribeElasticsearchDomains", "{\"DomainStatusList\":[" + domains + "]}");
    }

    private String domain(Asked asked, int number) {
        return """
                {"DomainId":"123456789012/domain-%1$d","DomainName":"domain-%1$d",\
                "ARN":"arn:aws:es:%2$s:123456789012:domain/domain-%1$d","Created":true,"Deleted":false,\
                "ElasticsearchVersion":"7.10","ElasticsearchClusterConfig":{"InstanceCount":3},\
                "LogPublishingOptions":{"ES_APPLICATION_LOGS":{"Enabled":%3$s,"CloudWatchLogsLogGroupArn":"arn:aws:logs:x"}}}\
                """.formatted(number, asked.region(), !bad(asked, Kind.DOMAINS, number));
    }

    private boolean bad(Asked asked, Kind kind, int number) {
        return account.bad(kind, asked.region(), number);
    }
}
