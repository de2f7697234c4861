package io.shisei.api.account;

import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.api.Known;
import io.shisei.api.Paging;
import io.shisei.api.problem.BadCall;
import io.shisei.paging.Page;
import io.shisei.scan.Scan;
import io.shisei.scan.Scans;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts being watched. */
@RestController
@RequestMapping("/api/v1/accounts")
@Tag(name = "Accounts")
class AccountController {

    private final Known known;
    private final Accounts accounts;
    private final Registration registration;
    private final Scans scans;

    AccountController(Known known, Accounts accounts, Registration registration, Scans scans) {
        this.known = known;
        this.accounts = accounts;
        this.registration = registration;
        this.scans = scans;
    }

    @PostMapping
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Watch an account; AWS says which it is")
    ResponseEntity<AccountItem> register(@Valid @RequestBody AccountBodies.New wanted) {
        var account = registration.register(wanted.wanted());
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + account.id()))
                .body(AccountItem.of(account));
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "List the accounts and the last scan of each, sorted by name")
    Page<AccountItem> list(
            @Parameter(description = "Only accounts in this organizational unit, at any depth, such as /Workloads")
                    @RequestParam(name = "ou", required = false)
                    @Nullable
                    String ou,
            @ParameterObject Paging paging) {
        var all = accounts.findAllByOrderByNameAscIdAsc();
        var page = paging.slice(ou == null ? all : within(ou, all), a -> List.of(a.name(), a.id()));
        var scans = this.scans.last(page.items().stream().map(Account::id).toList());
        return page.map(account -> AccountItem.of(account).with(Optional.ofNullable(scans.get(account.id()))));
    }

    private static List<Account> within(String path, List<Account> all) {
        var ou = new Ou(path);
        var within = all.stream()
                .filter(account -> account.ou().filter(ou::contains).isPresent())
                .toList();
        if (within.isEmpty()) {
            throw BadCall.malformed("ou", "no account is in an organizational unit '" + path + "'");
        }
        return within;
    }

    @GetMapping("/{accountId}")
    @Needs(Permission.READ)
    @Operation(summary = "Show an account and its last scan")
    AccountItem show(@PathVariable String accountId) {
        return AccountItem.of(known.account(accountId)).with(lastScan(accountId));
    }

    @PatchMapping("/{accountId}")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Rename an account, or change how it is reached and which regions are watched")
    AccountItem change(@PathVariable String accountId, @Valid @RequestBody AccountBodies.Change change) {
        var account = registration.change(accountId, change.wanted());
        return AccountItem.of(account).with(lastScan(accountId));
    }

    @DeleteMapping("/{accountId}")
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop watching an account, and forget all that was found in it")
    void delete(@PathVariable String accountId) {
        registration.delete(accountId);
    }

    private Optional<Scan> lastScan(String accountId) {
        return Optional.ofNullable(scans.last(List.of(accountId)).get(accountId));
    }
}
