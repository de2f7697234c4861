package io.shisei.api.user;

import io.shisei.refusal.Limits;
import io.shisei.security.Role;
import io.shisei.security.user.GivenPassword;
import io.shisei.security.user.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What callers send about users, and what they are told. */
final class UserBodies {

    private static final String OWN = "Whether the user has chosen the password: nobody else knows it";

    private UserBodies() {}

    @Schema(name = "NewUser")
    record New(
            @Schema(
                    description = "Letters, digits and `._@+-`, beginning with a letter or digit",
                    example = "kim@example.com")
            @NotBlank
            @Size(max = Limits.NAME)
            String username,

            @NotNull Role role) {}

    @Schema(name = "UserChange")
    record Change(@NotNull Role role) {}

    @Schema(name = "OwnPassword")
    record Chosen(
            @NotNull @Size(max = Limits.NAME) String present,
            @NotNull @Size(max = Limits.NAME) String password) {}

    @Schema(name = "User")
    record Item(
            String username,
            Role role,
            @Schema(description = OWN) boolean ownPassword,
            Instant createdAt) {
        static Item of(Person it) {
            return new Item(it.username(), it.role(), it.ownPassword(), it.createdAt());
        }
    }

    /** A user with a password that was made up; it is shown only here. */
    @Schema(name = "UserWithPassword")
    record Given(
            String username,
            Role role,
            @Schema(description = OWN) boolean ownPassword,
            Instant createdAt,
            String password) {
        static Given of(GivenPassword given) {
            var it = given.person();
            return new Given(it.username(), it.role(), it.ownPassword(), it.createdAt(), given.password());
        }
    }
}
