package io.shisei.api.control;

import io.shisei.api.Language;
import io.shisei.api.problem.BadCall;
import io.shisei.api.problem.Problem;
import io.shisei.api.problem.ProblemType;
import io.shisei.control.InvalidCatalogue;
import io.shisei.control.Occasion;
import io.shisei.control.trial.Trials;
import io.shisei.control.trial.Tried;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Tries controls that are not in the catalogue; nothing of it is kept. */
@RestController
@RequestMapping("/api/v1/controls/try")
@Tag(name = "Controls")
class TrialController {

    private static final int LONGEST = 64 * 1024;

    private final Trials trials;
    private final StoredResources resources;
    private final JsonMapper json;
    private final Clock clock;

    TrialController(Trials trials, StoredResources resources, JsonMapper json, Clock clock) {
        this.trials = trials;
        this.resources = resources;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What to try on what: a document as examples of the catalogue write them, or a stored resource.
     *
     * @param control a file of controls, in YAML
     * @param controlId the one to try, where the file has several
     * @param resourceType that of the document, where the control judges several
     */
    @Schema(name = "ControlTrial")
    record Trial(
            @NotNull @Size(max = LONGEST) String control,

            @Nullable String controlId,
            @Nullable String resourceType,
            @Nullable Map<String, Object> document,
            @Nullable UUID resourceId) {}

    @Schema(name = "ControlTrialResult")
    record Result(
            String controlId,
            String resourceType,
            Tried.Word verdict,
            String reason,
            Map<String, Object> evidence,
            List<Object> violations,
            Set<String> unread,
            Set<String> requiredActions) {}

    @PostMapping
    @Needs(Permission.READ)
    @Operation(summary = "Judge a document or a stored resource by a control that is not in the catalogue")
    Result judge(
            @Valid @RequestBody Trial trial,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        if ((trial.document() == null) == (trial.resourceId() == null)) {
            throw BadCall.malformed("#/document", "give either a document or a resourceId");
        }
        try {
            return result(tried(trial), language);
        } catch (InvalidCatalogue invalid) {
            throw new BadCall(ProblemType.IMPOSSIBLE, "the control cannot be tried", fields(invalid));
        }
    }

    private Tried tried(Trial trial) {
        var id = trial.resourceId();
        if (id == null) {
            var order = new Trials.Order(trial.control(), trial.controlId(), trial.resourceType());
            return trials.judge(order, json.writeValueAsString(trial.document()));
        }
        var resource = resources.find(id).orElseThrow(() -> BadCall.unknown("resource", id));
        var order = new Trials.Order(trial.control(), trial.controlId(), resource.type());
        return trials.judge(order, resource.document(), occasion(resource));
    }

    private Occasion occasion(StoredResource resource) {
        var arn = resource.arn().split(":");
        return new Occasion(clock.instant(), resource.accountId(), arn.length > 1 ? arn[1] : "aws", resource.region());
    }

    private static Problem.Field[] fields(InvalidCatalogue invalid) {
        return invalid.messages().stream()
                .map(message -> new Problem.Field("#/" + message.substring(0, message.indexOf(':')), message))
                .toArray(Problem.Field[]::new);
    }

    private static Result result(Tried tried, Language language) {
        return new Result(
                tried.control().value(),
                tried.type(),
                tried.word(),
                language.of(tried.reason()),
                tried.evidence().values(),
                tried.evidence().violations(),
                tried.evidence().unread(),
                tried.actions());
    }
}
