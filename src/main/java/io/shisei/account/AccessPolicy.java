package io.shisei.account;

/** What an AWS account has to allow us, to be read. */
public interface AccessPolicy {

    /** The policy document as JSON, for accounts of {@code partition}. */
    String json(String partition);

    /** A CloudFormation template, in YAML, that makes a role with this policy. */
    String cloudFormation();
}
