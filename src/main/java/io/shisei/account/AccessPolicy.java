package io.shisei.account;

import java.util.List;
import java.util.SortedSet;

/** What an AWS account has to allow us, to be read. */
public interface AccessPolicy {

    /** All of it in one document, as JSON, for accounts of {@code partition}; too long for a managed policy. */
    String json(String partition);

    /** All of it in documents that managed policies hold, for accounts of {@code partition}. */
    List<Part> parts(String partition);

    /** A CloudFormation template, in YAML, that makes a role with these policies. */
    String cloudFormation();

    /**
     * A policy document.
     *
     * @param name what the policy may be called
     * @param characters as IAM counts them: at most 6,144
     * @param actions that it allows
     * @param json the document
     */
    record Part(String name, int characters, SortedSet<String> actions, String json) {}
}
