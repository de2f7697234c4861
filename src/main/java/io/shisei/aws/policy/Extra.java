package io.shisei.aws.policy;

/**
 * A policy that most accounts can do without, as a choice in the role's template.
 *
 * @param id of its resource in the template
 * @param parameter by which it is chosen
 * @param condition that tells whether it is
 * @param when to choose it
 */
record Extra(String id, String parameter, String condition, String when, Policy policy) {

    String declared() {
        return """
                  %s:
                    Type: String
                    Description: >-
                      %s
                    AllowedValues: ["yes", "no"]
                    Default: "no"
                """.formatted(parameter, when);
    }

    String asked() {
        return "  " + condition + ": !Equals [!Ref " + parameter + ", \"yes\"]\n";
    }

    String attached() {
        return "        - !If [" + condition + ", !Ref " + id + ", !Ref AWS::NoValue]\n";
    }
}
