package io.shisei.api.control;

import io.shisei.api.Known;
import io.shisei.api.Paging;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.SettingChange;
import io.shisei.paging.Page;
import io.shisei.scan.reevaluation.Reevaluation;
import io.shisei.scan.reevaluation.Reevaluations;
import io.shisei.scan.reevaluation.SettingPreviews;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is said of a control everywhere, in organizational units and in accounts. */
@RestController
@RequestMapping("/api/v1/controls/{controlId}/settings")
@Tag(name = "Controls")
class SettingController {

    private final Known known;
    private final Controls controls;
    private final SettingPreviews previews;
    private final Reevaluations reevaluations;

    SettingController(Known known, Controls controls, SettingPreviews previews, Reevaluations reevaluations) {
        this.known = known;
        this.controls = controls;
        this.previews = previews;
        this.reevaluations = reevaluations;
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List what is said of a control: in accounts, in organizational units, and everywhere")
    Page<SettingBodies.Item> list(@PathVariable ControlId controlId, @ParameterObject Paging paging) {
        known.control(controlId);
        return paging.slice(
                        controls.settingsOf(controlId).said(controlId),
                        said -> List.of(said.level().toString()))
                .map(said -> SettingBodies.Item.of(said.level(), said.values()));
    }

    @PutMapping
    @Needs(Permission.ADMINISTER)
    @Operation(
            summary = "Say how a control is set everywhere, in an organizational unit or in an account",
            description =
                    "What is left out or null is as the level around says, so that an empty body takes away all that was said"
                            + " there. Of the switch and of each parameter by itself, that holds in an account which is said"
                            + " nearest to it: in the account, in the innermost organizational unit, everywhere. Findings follow at once.")
    SettingBodies.Item say(
            @PathVariable ControlId controlId, @Valid @RequestBody SettingBodies.Wanted wanted, Principal user) {
        known.control(controlId);
        var level = wanted.level();
        controls.say(controlId, level, wanted.values(), wanted.note(), user.getName());
        return SettingBodies.Item.of(level, controls.settingsOf(controlId).at(controlId, level));
    }

    @PostMapping("/preview")
    @Needs(Permission.READ)
    @Operation(
            summary = "Show what a setting would do now to findings and scores; nothing is kept",
            description = "Judges what is stored, without asking AWS, for some seconds at most.")
    SettingBodies.Preview preview(@PathVariable ControlId controlId, @Valid @RequestBody SettingBodies.Wanted wanted) {
        known.control(controlId);
        return SettingBodies.Preview.of(previews.preview(controlId, wanted.level(), wanted.values()));
    }

    @GetMapping("/history")
    @Needs(Permission.READ)
    @Operation(
            summary = "List the changes of what is said of a control, newest first, and how far findings have followed")
    Page<SettingBodies.Change> history(@PathVariable ControlId controlId, @ParameterObject Paging paging) {
        known.control(controlId);
        var changes = paging.read(page -> controls.settingHistory(controlId, page));
        var progress = reevaluations.progress(
                changes.items().stream().map(SettingChange::id).toList());
        return changes.map(it -> SettingBodies.Change.of(it, progress.getOrDefault(it.id(), Reevaluation.NONE)));
    }
}
