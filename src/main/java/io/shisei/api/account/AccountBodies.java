package io.shisei.api.account;

import io.shisei.account.Access;
import io.shisei.account.AccountChange;
import io.shisei.account.NewAccount;
import io.shisei.refusal.Limits;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about accounts. */
final class AccountBodies {

    private AccountBodies() {}

    @Schema(name = "NewAccount")
    record New(
            @NotBlank @Size(max = Limits.NAME) String name,

            @Nullable @Size(max = Limits.ARN) String roleArn,

            @Nullable @Size(max = Limits.EXTERNAL_ID) String externalId,

            @Nullable List<String> regions) {

        NewAccount wanted() {
            return new NewAccount(name, new Access(roleArn, externalId), regions);
        }
    }

    /** What is absent stays; null {@code roleArn} means the service's own credentials, null {@code regions} all. */
    @Schema(name = "AccountChange")
    record Change(
            @Nullable @Pattern(regexp = "(?s).*\\S.*") @Size(max = Limits.NAME)
            String name,

            @Schema(maxLength = Limits.ARN) @Nullable Optional<String> roleArn,

            @Schema(maxLength = Limits.EXTERNAL_ID) @Nullable
            Optional<String> externalId,

            @Nullable Optional<List<String>> regions) {

        AccountChange wanted() {
            return new AccountChange(name, roleArn, externalId, regions);
        }
    }
}
