package io.shisei.api.user;

import io.shisei.api.Paging;
import io.shisei.paging.Page;
import io.shisei.security.Needs;
import io.shisei.security.OwnPassword;
import io.shisei.security.Permission;
import io.shisei.security.user.Users;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people who may log in. */
@RestController
@RequestMapping("/api/v1/users")
@Tag(name = "Users")
class UserController {

    private final Users users;
    private final OwnPassword own;

    UserController(Users users, OwnPassword own) {
        this.users = users;
        this.own = own;
    }

    @PostMapping
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Let somebody in; the password is made up and shown only now")
    ResponseEntity<UserBodies.Given> add(@Valid @RequestBody UserBodies.New wanted, Principal user) {
        var given = users.add(wanted.username(), wanted.role(), user.getName());
        return ResponseEntity.created(
                        URI.create("/api/v1/users/" + given.person().username()))
                .body(UserBodies.Given.of(given));
    }

    @GetMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "List the people who may log in, sorted by name")
    Page<UserBodies.Item> list(@ParameterObject Paging paging) {
        return paging.slice(users.list(), it -> List.of(it.username().toLowerCase(Locale.ROOT)))
                .map(UserBodies.Item::of);
    }

    @GetMapping("/me")
    @Needs(Permission.READ)
    @Operation(summary = "Show yourself, and your role")
    UserBodies.Item showMe(Principal user) {
        return UserBodies.Item.of(users.get(user.getName()));
    }

    @GetMapping("/{username}")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Show a user")
    UserBodies.Item show(@PathVariable String username) {
        return UserBodies.Item.of(users.get(username));
    }

    @PatchMapping("/{username}")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Change a user's role, which holds from the next request on")
    UserBodies.Item change(
            @PathVariable String username, @Valid @RequestBody UserBodies.Change change, Principal user) {
        return UserBodies.Item.of(users.changeRole(username, change.role(), user.getName()));
    }

    @PostMapping("/{username}/password")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Make up another password for a user, which is shown only now; the user's sessions end")
    UserBodies.Given givePassword(@PathVariable String username, Principal user) {
        return UserBodies.Given.of(users.givePassword(username, user.getName()));
    }

    @PutMapping("/me/password")
    @Needs(Permission.READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose your own password; all your sessions end, your tokens stay")
    void choosePassword(@Valid @RequestBody UserBodies.Chosen chosen, Principal user, HttpServletRequest request) {
        own.change(user.getName(), chosen.present(), chosen.password(), request.getRemoteAddr());
    }

    @DeleteMapping("/{username}")
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let somebody in no more; the user's tokens and sessions end")
    void remove(@PathVariable String username, Principal user) {
        users.remove(username, user.getName());
    }
}
