package io.shisei.api.control;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shisei.account.Circle;
import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.api.RemedyItem;
import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.remediation.Remedies;
import io.shisei.paging.Page;
import io.shisei.score.ControlScore;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.circle.CircleTrends;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Controls: what each demands, how it is set, and how it is kept. */
@RestController
@RequestMapping("/api/v1/controls")
@Tag(name = "Controls")
class ControlController {

    private final Known known;
    private final Controls controls;
    private final Scores scores;
    private final CircleTrends trends;
    private final Remedies remedies;
    private final Clock clock;

    ControlController(
            Known known, Controls controls, Scores scores, CircleTrends trends, Remedies remedies, Clock clock) {
        this.known = known;
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.remedies = remedies;
        this.clock = clock;
    }

    /** What to change; a parameter that is left out keeps its value, one without default loses it by null. */
    @Schema(name = "ControlChange")
    record Change(@Nullable Boolean enabled, @Nullable Map<String, @Nullable Object> parameters) {}

    /** A control, and what to do about a resource that fails it. */
    @Schema(name = "ControlDetail")
    record Detail(@JsonUnwrapped ControlItem control, RemedyItem remedy) {}

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the controls, sorted by id")
    Page<ControlItem> list(
            @ParameterObject ControlQuery query,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        query.check(known);
        var circle = query.circle(known);
        var now = scores.controlsOf(circle);
        var settings = controls.settings(query.accountId());
        var wanted = controls.all().stream()
                .map(control ->
                        item(control, Objects.requireNonNull(settings.get(control.id())), circle, now, language))
                .filter(query::wants)
                .toList();
        return paging.slice(wanted, control -> ControlKey.of(control.id()));
    }

    @GetMapping("/{controlId}")
    @Needs(Permission.READ)
    @Operation(
            summary = "Show a control, in one account, in those of an organizational unit or in all",
            description =
                    "With its remediation in steps: by the AWS CLI, in the console, and with Terraform where it helps."
                            + " A finding has the same with the names of its resource.")
    Detail show(
            @PathVariable ControlId controlId,
            @RequestParam(name = "accountId", required = false) @Nullable String accountId,
            @Parameter(description = "As in the list of controls")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        var control = known.control(controlId);
        var circle = known.circle(ou, accountId);
        var setting = controls.setting(controlId, accountId);
        var item = item(control, setting, circle, scores.controlsOf(circle), language);
        return new Detail(item, RemedyItem.of(remedies.of(control, null, language.locale())));
    }

    @PatchMapping("/{controlId}")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Switch a control on or off everywhere, or set its parameters; findings follow at once")
    ControlItem change(
            @PathVariable ControlId controlId,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language,
            Principal user) {
        var control = known.control(controlId);
        var setting = controls.change(controlId, change.enabled(), change.parameters(), user.getName());
        return item(control, setting, Circle.ALL, scores.controlsOf(Circle.ALL), language);
    }

    @GetMapping("/{controlId}/trend")
    @Needs(Permission.READ)
    @Operation(summary = "Show how a control was kept after each scan, or at the end of each day")
    TrendAnswer<TrendAnswer.OfControl> trend(@PathVariable ControlId controlId, @ParameterObject TrendQuery query) {
        known.control(controlId);
        var circle = known.circle(query.ou(), query.accountId());
        var period = query.period(clock.instant());
        return TrendAnswer.ofControl(
                trends.control(controlId, circle, period.from(), period.to()), query.accountId(), period.to());
    }

    @GetMapping("/{controlId}/trend/steps")
    @Needs(Permission.READ)
    @Operation(summary = "Explain why the line of a control moved, day by day")
    StepsAnswer steps(@PathVariable ControlId controlId, @ParameterObject TrendQuery query) {
        known.control(controlId);
        var circle = known.circle(query.ou(), query.accountId());
        var period = query.period(clock.instant());
        return StepsAnswer.of(trends.controlSteps(controlId, circle, period.from(), period.to()));
    }

    private ControlItem item(
            Control control,
            Controls.Setting setting,
            Circle circle,
            Map<ControlId, ControlScore> scores,
            Language language) {
        var score = scores.getOrDefault(control.id(), ControlScore.none(control.id()));
        var here = circle.ou() == null
                ? setting
                : new Controls.Setting(score.status() != ControlStatus.DISABLED, setting.parameters());
        return ControlItem.of(control, here, controls.standards(), score, language);
    }
}
