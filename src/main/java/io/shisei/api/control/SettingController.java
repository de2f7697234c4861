package io.shisei.api.control;

import io.shisei.api.Known;
import io.shisei.api.Paging;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.setting.Level;
import io.shisei.paging.Page;
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

    SettingController(Known known, Controls controls) {
        this.known = known;
        this.controls = controls;
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List what is said of a control: in accounts, in organizational units, and everywhere")
    Page<SettingBodies.Item> list(@PathVariable ControlId controlId, @ParameterObject Paging paging) {
        known.control(controlId);
        return paging.slice(
                        controls.said(controlId), said -> List.of(said.level().toString()))
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
        return item(controlId, level);
    }

    private SettingBodies.Item item(ControlId controlId, Level level) {
        return controls.said(controlId).stream()
                .filter(said -> said.level().equals(level))
                .findFirst()
                .map(said -> SettingBodies.Item.of(level, said.values()))
                .orElse(SettingBodies.Item.none(level));
    }

    @GetMapping("/history")
    @Needs(Permission.READ)
    @Operation(summary = "List the changes of what is said of a control, newest first")
    Page<SettingBodies.Change> history(@PathVariable ControlId controlId, @ParameterObject Paging paging) {
        known.control(controlId);
        return paging.read(page -> controls.settingHistory(controlId, page)).map(SettingBodies.Change::of);
    }
}
