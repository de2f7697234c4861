package io.shisei.benchmark;

import io.shisei.control.Occasion;
import io.shisei.control.cel.Clauses;
import io.shisei.control.cel.Clauses.Demand;
import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.reason.Reasons;
import io.shisei.inventory.Document;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.Gap;
import io.shisei.inventory.ResourceTypes;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Judges security groups by EC2.18, on one thread: whole ones, and ones with gaps that matter or do not. */
final class ConditionBenchmark {

    private static final int BATCH = 10_000;
    private static final Struct RANGE =
            new Struct("params.Range", () -> Map.of("First", Scalar.INT, "Last", Scalar.INT));
    private static final Struct PARAMS = new Struct(
            "params", () -> Map.of("authorizedTcpPorts", new ListOf(RANGE), "authorizedUdpPorts", new ListOf(RANGE)));
    private static final Map<String, Object> PORTS =
            Map.of("authorizedTcpPorts", List.of(range(80, 80), range(443, 443)), "authorizedUdpPorts", List.of());
    private static final Map<String, Gap> GAP =
            Map.of("ManagedPrefixListEntries", new Gap("ec2:GetManagedPrefixListEntries", "UnauthorizedOperation", ""));

    private static final Occasion OCCASION =
            new Occasion(Instant.parse("2026-09-01T00:00:00Z"), "123456789012", "aws", "us-east-1");

    private ConditionBenchmark() {}

    public static void main(String... arguments) throws Exception {
        var seconds = Settings.of(arguments).number("seconds", 10);
        var condition = condition();
        var cases = new LinkedHashMap<String, Document>();
        cases.put("everything read", Document.of(Map.of("IpPermissions", rules())));
        cases.put("a gap that is not asked for", new Document(Map.of("IpPermissions", rules()), GAP));
        cases.put(
                "a gap beside",
                new Document(
                        Map.of(
                                "IpPermissions",
                                IntStream.of(22, 443)
                                        .mapToObj(port -> Map.<String, Object>of(
                                                "IpProtocol",
                                                "tcp",
                                                "FromPort",
                                                (long) port,
                                                "ToPort",
                                                (long) port,
                                                "PrefixListIds",
                                                List.of(Map.of("PrefixListId", "pl-1"))))
                                        .toList()),
                        GAP));
        for (var round = 0; round < 2; round++) {
            cases.forEach((name, document) ->
                    System.out.printf("%-28s %,12d evaluations/s%n", name, rate(condition, document, seconds)));
        }
    }

    private static long rate(Condition condition, Document document, int seconds) {
        var start = System.nanoTime();
        var end = start + seconds * 1_000_000_000L;
        var done = 0L;
        var last = condition.judge(document, PORTS, OCCASION);
        while (System.nanoTime() < end) {
            for (var i = 0; i < BATCH; i++) {
                last = condition.judge(document, PORTS, OCCASION);
            }
            done += BATCH;
        }
        if (last == null) {
            throw new AssertionError("no outcome");
        }
        return done * 1_000_000_000L / (System.nanoTime() - start);
    }

    /** A web server's group: two rules for everyone, one of them not authorized, and two for the office. */
    private static List<Object> rules() {
        return List.of(
                rule(443, "0.0.0.0/0"), rule(22, "0.0.0.0/0"), rule(22, "203.0.113.0/24"), rule(5432, "10.0.0.0/8"));
    }

    private static Map<String, Object> rule(long port, String from) {
        return Map.of(
                "IpProtocol", "tcp", "FromPort", port, "ToPort", port, "IpRanges", List.of(Map.of("CidrIp", from)));
    }

    private static Map<String, Object> range(long first, long last) {
        return Map.of("First", first, "Last", last);
    }

    private static Condition condition() throws Exception {
        try (var aws = new AnnotationConfigApplicationContext("io.shisei.aws")) {
            var shape = aws.getBean(ResourceTypes.class)
                    .named("AWS::EC2::SecurityGroup")
                    .orElseThrow()
                    .shape();
            return new Conditions().compile(clauses(control(), shape));
        }
    }

    private static Clauses clauses(JsonNode control, FieldType.Struct shape) {
        var definitions = new LinkedHashMap<String, String>();
        control.path("with")
                .properties()
                .forEach(it -> definitions.put(it.getKey(), it.getValue().asString()));
        return new Clauses(
                shape,
                PARAMS,
                definitions,
                control.path("applies").asString(),
                control.path("violations").asString(),
                Demand.VIOLATIONS,
                Dictionary.PLAIN,
                Reasons.NONE);
    }

    private static JsonNode control() throws IOException {
        try (var file = ConditionBenchmark.class.getResourceAsStream("/controls/ec2.yaml")) {
            return new YAMLMapper()
                    .readTree(file)
                    .path("controls")
                    .valueStream()
                    .filter(control -> control.path("id").asString().equals("EC2.18"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
