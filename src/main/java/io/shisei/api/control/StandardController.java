package io.shisei.api.control;

import io.shisei.api.Known;
import io.shisei.api.Language;
import io.shisei.api.Paging;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Severity;
import io.shisei.control.Standard;
import io.shisei.paging.Page;
import io.shisei.score.ControlStatus;
import io.shisei.score.Scores;
import io.shisei.score.StandardScore;
import io.shisei.score.circle.CircleTrends;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Standards, and their security scores. */
@RestController
@RequestMapping("/api/v1/standards")
@Tag(name = "Standards")
class StandardController {

    private final Known known;
    private final Controls controls;
    private final Scores scores;
    private final CircleTrends trends;
    private final Clock clock;

    StandardController(Known known, Controls controls, Scores scores, CircleTrends trends, Clock clock) {
        this.known = known;
        this.controls = controls;
        this.scores = scores;
        this.trends = trends;
        this.clock = clock;
    }

    /** A standard; {@code retired} are controls that its publisher took out of it, and when. */
    @Schema(name = "Standard")
    record Item(String id, String name, List<String> controlIds, Map<String, LocalDate> retired) {
        static Item of(Standard standard, Language language) {
            var retired = new TreeMap<String, LocalDate>();
            standard.retired().forEach((control, date) -> retired.put(control.value(), date));
            var controls = standard.controls().stream().map(ControlId::value).toList();
            return new Item(standard.id(), language.of(standard.name()), controls, retired);
        }
    }

    /** Security Hub's score, and as it were if nothing were suppressed; {@code controls} counts by status, {@code coverage} is null before the first scan. */
    @Schema(name = "StandardScore")
    record Score(
            String standardId,
            @Nullable Integer score,
            @Nullable Integer unsuppressedScore,
            Map<ControlStatus, Integer> controls,
            Map<Severity, StandardScore.BySeverity> severities,
            @Nullable Double coverage) {
        static Score of(StandardScore score) {
            return new Score(
                    score.standardId(),
                    score.score(),
                    score.unsuppressedScore(),
                    score.controls(),
                    score.severities(),
                    score.coverage());
        }
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the standards")
    Page<Item> list(
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        return paging.slice(controls.standards(), s -> List.of(s.id())).map(s -> Item.of(s, language));
    }

    @GetMapping("/{id}")
    @Needs(Permission.READ)
    @Operation(summary = "Show a standard")
    Item show(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        return Item.of(known.standard(id), language);
    }

    @GetMapping("/{id}/coverage")
    @Needs(Permission.READ)
    @Operation(summary = "List what becomes of each control that is or was in a standard, sorted by id")
    Page<StandingItem> coverage(
            @PathVariable String id,
            @ParameterObject StandingQuery query,
            @ParameterObject Paging paging,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "en") Language language) {
        query.check();
        var wanted = controls.standings(known.standard(id)).stream()
                .filter(query::wants)
                .map(standing -> StandingItem.of(standing, language))
                .toList();
        return paging.slice(wanted, item -> ControlKey.of(item.id()));
    }

    @GetMapping("/{id}/score")
    @Needs(Permission.READ)
    @Operation(summary = "Show the score of a standard now, in one account, in those of a unit, or in all")
    Score score(
            @PathVariable String id,
            @RequestParam(name = "accountId", required = false) @Nullable String accountId,
            @Parameter(description = "An organizational unit, for the accounts that are in it; not with `accountId`")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou) {
        known.standard(id);
        return Score.of(scores.posture(id, known.circle(ou, accountId)).standard());
    }

    @GetMapping("/{id}/trend")
    @Needs(Permission.READ)
    @Operation(summary = "Show the score of a standard after each scan, or at the end of each day")
    TrendAnswer<TrendAnswer.OfStandard> trend(@PathVariable String id, @ParameterObject TrendQuery query) {
        known.standard(id);
        var circle = known.circle(query.ou(), query.accountId());
        var period = query.period(clock.instant());
        return TrendAnswer.ofStandard(
                trends.standard(id, circle, period.from(), period.to()), query.accountId(), period.to());
    }

    @GetMapping("/{id}/trend/steps")
    @Needs(Permission.READ)
    @Operation(summary = "Explain why the line of a standard moved, day by day, by the findings of its controls")
    StepsAnswer steps(@PathVariable String id, @ParameterObject TrendQuery query) {
        known.standard(id);
        var circle = known.circle(query.ou(), query.accountId());
        var period = query.period(clock.instant());
        return StepsAnswer.of(trends.standardSteps(id, circle, period.from(), period.to()));
    }
}
