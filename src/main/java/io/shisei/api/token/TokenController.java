package io.shisei.api.token;

import io.shisei.api.Paging;
import io.shisei.paging.Page;
import io.shisei.refusal.Limits;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.shisei.security.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @Schema(name = "NewToken")
    record Wanted(@NotBlank @Size(max = Limits.NAME) String name) {}

    @Schema(name = "Token")
    record Item(UUID id, String name, String username, Instant createdAt) {
        static Item of(Tokens.Token token) {
            return new Item(token.id(), token.name(), token.username(), token.createdAt());
        }
    }

    /** A new token; {@code secret} is shown only here. */
    @Schema(name = "IssuedToken")
    record Issued(UUID id, String name, String username, Instant createdAt, String secret) {
        static Issued of(Tokens.Issued issued) {
            var token = issued.token();
            return new Issued(token.id(), token.name(), token.username(), token.createdAt(), issued.secret());
        }
    }

    @PostMapping
    @Needs(Permission.READ)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Issue a token, which may what you may; its secret is shown only now")
    ResponseEntity<Issued> issue(@Valid @RequestBody Wanted wanted, Principal user) {
        var issued = tokens.issue(wanted.name(), user.getName());
        return ResponseEntity.created(
                        URI.create("/api/v1/tokens/" + issued.token().id()))
                .body(Issued.of(issued));
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List your tokens, or as an administrator those of all, sorted by name")
    Page<Item> list(@ParameterObject Paging paging, Principal user) {
        return paging.slice(tokens.of(user), t -> List.of(t.name(), t.id().toString()))
                .map(Item::of);
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke a token of yours, or as an administrator any")
    void revoke(@PathVariable UUID id, Principal user) {
        tokens.revoke(id, user);
    }
}
