package io.shisei.aws.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A policy document. */
record Policy(String name, List<Statement> statements) {

    /**
     * What a managed policy may have, white space not counted
     * (<a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">quotas of IAM</a>).
     */
    static final int LONGEST = 6_144;

    /** The one with the longest name: what fits there fits everywhere. */
    private static final String LONGEST_PARTITION = "aws-us-gov";

    private static final JsonMapper COMPACT = JsonMapper.builder().build();
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE))
            .build();

    /** How IAM counts it. */
    int length() {
        return COMPACT.writeValueAsString(json(in(LONGEST_PARTITION))).length();
    }

    SortedSet<String> actions() {
        var actions = new TreeSet<String>();
        statements.forEach(statement -> actions.addAll(statement.actions()));
        return actions;
    }

    /** For accounts of a partition. */
    String text(String partition) {
        return PRETTY.writeValueAsString(json(in(partition))) + "\n";
    }

    /** For a CloudFormation template, which puts the partition in where it is used. */
    String template() {
        return PRETTY.writeValueAsString(json(resource -> Map.of("Fn::Sub", "arn:${AWS::Partition}:" + resource)));
    }

    private static Function<String, Object> in(String partition) {
        return resource -> "arn:" + partition + ":" + resource;
    }

    private Map<String, Object> json(Function<String, Object> arn) {
        var json = new LinkedHashMap<String, Object>();
        json.put("Version", "2012-10-17");
        json.put(
                "Statement",
                statements.stream().map(statement -> statement.json(arn)).toList());
        return json;
    }
}
