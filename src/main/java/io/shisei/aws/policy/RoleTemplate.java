package io.shisei.aws.policy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the CloudFormation template of the role, with a managed policy for each document. */
record RoleTemplate(List<Policy> reads, List<Extra> extras) {

    String yaml() {
        return HEAD.replace("PARAMETERS\n", each(Extra::declared))
                        .replace("CONDITIONS\n", each(Extra::asked))
                        .replace("POLICIES\n", attached())
                + IntStream.range(0, reads.size())
                        .mapToObj(i -> resource(id(i), "", reads.get(i)))
                        .collect(Collectors.joining())
                + each(extra -> resource(extra.id(), "    Condition: " + extra.condition() + "\n", extra.policy()))
                + OUTPUTS;
    }

    private String each(Function<Extra, String> text) {
        return extras.stream().map(text).collect(Collectors.joining());
    }

    private static String id(int number) {
        return "Reads" + (number + 1);
    }

    private String attached() {
        var all = IntStream.range(0, reads.size()).mapToObj(i -> "        - !Ref " + id(i) + "\n");
        return all.collect(Collectors.joining()) + each(Extra::attached);
    }

    private static String resource(String id, String condition, Policy policy) {
        var document = policy.template().indent(8);
        return "  " + id + ":\n    Type: AWS::IAM::ManagedPolicy\n" + condition
                + "    Properties:\n      PolicyDocument:\n" + document;
    }

    private static final String HEAD = """
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
            PARAMETERS
            Conditions:
            CONDITIONS
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
                  ManagedPolicyArns:
            POLICIES
            """;

    private static final String OUTPUTS = """
            Outputs:
              RoleArn:
                Description: Enter this in Shisei
                Value: !GetAtt Role.Arn
            """;
}
