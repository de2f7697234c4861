package io.shisei.control.cel.function;

import java.util.regex.Pattern;

/**
 * Reads ARNs as policies of identities name them,
 * <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html#policies-grammar-notes-strings">by
 * IAM's grammar</a>: one of fewer than six parts means whatever begins so, {@code arn:aws:sqs} all of SQS.
 */
final class Arns {

    /** Without its last parts; the colons of a variable, such as {@code ${aws:username}}, part nothing. */
    private static final Pattern INCOMPLETE = Pattern.compile("arn(?::(?:[$][{][^}]*[}]|[^:])*+){1,4}+");

    private Arns() {}

    /** The same with a star for what is missing; a star at the end stands for it already. */
    static String whole(String arn) {
        return INCOMPLETE.matcher(arn).matches() && !arn.endsWith("*") ? arn + ":*" : arn;
    }
}
