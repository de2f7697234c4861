package io.shisei.api.view;

import io.shisei.refusal.Limits;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.view.SavedView;
import io.shisei.view.SavedViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of the dashboard that somebody gave a name. */
@RestController
@RequestMapping("/api/v1/views")
@Tag(name = "Views")
class ViewController {
    private final SavedViews views;

    ViewController(SavedViews views) {
        this.views = views;
    }

    @Schema(name = "View")
    record Item(UUID id, String name, String address, String username, Instant createdAt) {
        static Item of(SavedView it) {
            return new Item(it.id(), it.name(), it.address(), it.username(), it.createdAt());
        }
    }

    /** By name; they are few. */
    @Schema(name = "ViewList")
    record All(List<Item> items) {}

    @Schema(name = "NewView")
    record New(
            @NotNull @Size(max = Limits.NAME) String name,

            @Schema(description = "Path and query of a list of the dashboard: `/findings?severity=HIGH`")
            @NotNull
            @Size(max = Limits.ADDRESS)
            String address) {}

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the saved views")
    All list() {
        return new All(views.list().stream().map(Item::of).toList());
    }

    @PostMapping
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a view; one of the same name is replaced")
    Item save(@Valid @RequestBody New wanted, Principal user) {
        return Item.of(views.save(wanted.name(), wanted.address(), user.getName()));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.OPERATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a saved view")
    void delete(@PathVariable UUID id) {
        views.delete(id);
    }
}
