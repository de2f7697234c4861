package io.shisei.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What an AWS account has to allow us, to be read. */
public interface AccessPolicy {

    /** All of it in one document, as JSON, for accounts of {@code partition}; too long for a managed policy. */
    String json(String partition);

    /** All of it in documents that managed policies hold, for accounts of {@code partition}. */
    List<Part> parts(String partition);

    /**
     * A document, as JSON, that allows only these of the actions, for accounts of {@code partition}; empty where none of
     * them is ours to ask for.
     */
    Optional<String> allowing(Collection<String> actions, String partition);

    /** A CloudFormation template, in YAML, that makes a role with these policies. */
    String cloudFormation();

    /**
     * A policy document.
     *
     * @param name what the policy may be called
     * @param characters as IAM counts them: at most 6,144
     * @param actions that it allows
     * @param json the document
     * @param optional whether most accounts can do without: it is for listing an organization, or for a comparison
     */
    record Part(String name, int characters, SortedSet<String> actions, String json, boolean optional) {}
}
