package io.shisei.control.remediation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a failing resource.
 *
 * @param steps with the AWS CLI
 * @param console the same in AWS's console, a step each; empty where nobody wrote it down
 * @param terraform what to write for it with Terraform; null where nobody wrote it down
 */
public record Remedy(
        List<Step> steps, List<String> console, @Nullable String terraform) {

    public static final Remedy NONE = new Remedy(List.of(), List.of(), null);
}
