package io.shisei.api;

import io.shisei.control.remediation.Remedy;
import io.shisei.control.remediation.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a failing resource, in steps, as the pages show it.
 *
 * @param steps with the AWS CLI, in their order
 * @param console the same in AWS's console, a step each; empty where nobody wrote it down
 * @param terraform what to write for it with Terraform; null where nobody wrote it down
 */
@Schema(
        name = "Remedy",
        description = "With the names of the finding's resource in it, as far as its ARN has them. Words in upper case,"
                + " such as `BUCKET`, stand for what is not known.")
public record RemedyItem(
        List<StepItem> steps,
        List<String> console,
        @Nullable String terraform) {

    /** @param command whether it is to be run, or put into a file, as it stands; else it is to be read */
    @Schema(name = "RemedyStep")
    public record StepItem(boolean command, String text) {
        static StepItem of(Step step) {
            return new StepItem(step.command(), step.text());
        }
    }

    public static RemedyItem of(Remedy remedy) {
        return new RemedyItem(remedy.steps().stream().map(StepItem::of).toList(), remedy.console(), remedy.terraform());
    }
}
