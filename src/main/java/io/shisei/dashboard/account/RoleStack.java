package io.shisei.dashboard.account;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/**
 * How the role's CloudFormation stack is made: by one click where the template lies in S3, else by a command. See
 * <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html">quick-create
 * links</a>.
 */
@Component
class RoleStack {
    private static final String STACK = "shisei";

    private final String template;

    /** @param template the address in S3 to which the operator has brought the role's template; blank: to none */
    RoleStack(@Value("${shisei.onboarding.template-url:}") String template) {
        this.template = template.strip();
    }

    /**
     * @param quickCreate null where the template lies nowhere
     * @param console where a template can be uploaded
     */
    record View(@Nullable String quickCreate, String console, String command) {}

    /** @param principal null: not known yet */
    View of(@Nullable String principal, @Nullable String externalId) {
        var console = "https://console." + host(principal) + "/cloudformation/home";
        var trusted = principal == null ? "" : principal;
        var id = externalId == null ? "" : externalId;
        var quick = template.isEmpty()
                ? null
                : console + "#/stacks/create/review?templateURL=" + encoded(template) + "&stackName=" + STACK
                        + "&param_TrustedPrincipalArn=" + encoded(trusted) + "&param_ExternalId=" + encoded(id);
        return new View(quick, console + "#/stacks/create", command(trusted, id));
    }

    private static String command(String principal, String externalId) {
        return """
                aws cloudformation deploy --stack-name %s --template-file shisei-role.yaml \\
                  --capabilities CAPABILITY_NAMED_IAM \\
                  --parameter-overrides TrustedPrincipalArn=%s ExternalId=%s
                """.formatted(STACK, quoted(principal), quoted(externalId));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static String host(@Nullable String principal) {
        var partition = principal == null ? "aws" : principal.split(":", 3)[1];
        return switch (partition) {
            case "aws-cn" -> "amazonaws.cn";
            case "aws-us-gov" -> "amazonaws-us-gov.com";
            default -> "aws.amazon.com";
        };
    }
}
