package io.shisei.api.account;

import io.shisei.account.Access;
import io.shisei.account.trial.AccessTrial;
import io.shisei.account.trial.TriedStep;
import io.shisei.api.Language;
import io.shisei.refusal.Limits;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries an access before an account is watched through it. */
@RestController
@RequestMapping("/api/v1/access-trials")
@Tag(name = "Accounts")
class AccessTrialController {

    private final AccessTrial trial;

    AccessTrialController(AccessTrial trial) {
        this.trial = trial;
    }

    /** The access to try; without a role, the service's own credentials. */
    @Schema(name = "AccessToTry")
    record Wanted(
            @Nullable @Size(max = Limits.ARN) String roleArn,

            @Nullable @Size(max = Limits.EXTERNAL_ID) String externalId) {}

    /**
     * A step as it was tried.
     *
     * @param found an ARN, an account's id, a number of regions; null where nothing came out
     * @param problem what AWS said, and what to do; null unless the step failed
     */
    @Schema(name = "TriedStep")
    record Item(
            TriedStep.Step step,
            TriedStep.State state,
            @Nullable String found,
            @Nullable String problem) {
        static Item of(TriedStep it, Language language) {
            var refusal = it.refusal();
            return new Item(it.step(), it.state(), it.found(), refusal == null ? null : refusal.in(language.locale()));
        }
    }

    @Schema(name = "AccessTrial")
    record Answer(List<Item> steps) {}

    @PostMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Try the way into an account step by step; nothing is kept")
    Answer attempt(
            @Valid @RequestBody Wanted wanted,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var access = new Access(wanted.roleArn(), wanted.externalId());
        return new Answer(
                trial.of(access).stream().map(it -> Item.of(it, language)).toList());
    }
}
