package io.shisei.aws.policy;

import io.shisei.account.AccessPolicy;
import io.shisei.aws.door.Directory;
import io.shisei.aws.kind.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The least that IAM has to allow, told by the calls that the collectors declare. Same collectors, same text. */
@Component
public class IamPolicy implements AccessPolicy {

    /** Tells readers of the policy that other accounts can do without this statement. */
    private static final String ORGANIZATION_SID = "OrganizationManagementOrDelegatedAccountOnly";

    private final Set<String> actions = new TreeSet<>(Set.of("ec2:DescribeRegions"));

    /** By action, the resources of those that IAM allows for some only. */
    private final Map<String, Set<String>> bound = new TreeMap<>();

    IamPolicy(List<Service> services) {
        services.stream().flatMap(service -> service.calls().stream()).forEach(call -> {
            actions.add(call.action());
            if (!call.resources().isEmpty()) {
                bound.computeIfAbsent(call.action(), action -> new TreeSet<>()).addAll(call.resources());
            }
        });
    }

    /** Every IAM action, sorted. */
    public Set<String> actions() {
        var all = new TreeSet<>(actions);
        all.addAll(Directory.ACTIONS);
        return all;
    }

    @Override
    public String json(String partition) {
        return document(resource -> quoted("arn:" + partition + ":" + resource), organization());
    }

    @Override
    public String cloudFormation() {
        var policy = document(
                resource -> "{\"Fn::Sub\": \"arn:${AWS::Partition}:" + resource + "\"}",
                "    {\"Fn::If\": [\"Organization\",\n" + organization() + ",\n    {\"Ref\": \"AWS::NoValue\"}]}");
        return TEMPLATE + policy.indent(12) + OUTPUTS;
    }

    private static String organization() {
        var listing =
                statement(new TreeSet<>(Directory.ACTIONS).stream().map(IamPolicy::quoted), Stream.of(quoted("*")));
        return listing.replaceFirst("\\{", "{\n      \"Sid\": \"" + ORGANIZATION_SID + "\",");
    }

    private String document(UnaryOperator<String> arn, String organization) {
        var anywhere =
                actions.stream().filter(action -> !bound.containsKey(action)).map(IamPolicy::quoted);
        var somewhere = bound.entrySet().stream()
                .map(some -> statement(
                        Stream.of(quoted(some.getKey())),
                        some.getValue().stream().map(arn)));
        var statements = Stream.of(
                        Stream.of(statement(anywhere, Stream.of(quoted("*")))), somewhere, Stream.of(organization))
                .flatMap(each -> each);
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                %s
                  ]
                }
                """.formatted(statements.collect(Collectors.joining(",\n")));
    }

    private static String statement(Stream<String> actions, Stream<String> resources) {
        return """
                {
                  "Effect": "Allow",
                  "Action": [
                    %s
                  ],
                  "Resource": [
                    %s
                  ]
                }
                """.formatted(lines(actions), lines(resources)).indent(4).stripTrailing();
    }

    private static String lines(Stream<String> values) {
        return values.collect(Collectors.joining(",\n    "));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static final String TEMPLATE = """
            AWSTemplateFormatVersion: "2010-09-09"
            Description: The role through which Shisei reads this account. It can change nothing.
            Parameters:
              TrustedPrincipalArn:
                Type: String
                Description: ARN of the identity that Shisei runs as
                AllowedPattern: "arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:.+"
              ExternalId:
                Type: String
                Description: The external id entered in Shisei for this account
                MinLength: 2
                MaxLength: 1224
              ListsOrganization:
                Type: String
                Description: >-
                  "yes" in the management account, or a delegated administrator, from which Shisei lists the organization
                AllowedValues: ["yes", "no"]
                Default: "no"
            Conditions:
              Organization: !Equals [!Ref ListsOrganization, "yes"]
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: shisei
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Principal:
                          AWS: !Ref TrustedPrincipalArn
                        Action: sts:AssumeRole
                        Condition:
                          StringEquals:
                            sts:ExternalId: !Ref ExternalId
                  Policies:
                    - PolicyName: shisei-reads
                      PolicyDocument:
            """;

    private static final String OUTPUTS = """
            Outputs:
              RoleArn:
                Description: Enter this in Shisei
                Value: !GetAtt Role.Arn
            """;
}
