package io.shisei.api.account;

import io.shisei.account.AccountCode;
import io.shisei.account.organization.Organizations;
import io.shisei.account.organization.SyncCounts;
import io.shisei.refusal.Refusal;
import io.shisei.security.Needs;
import io.shisei.security.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organization whose members are watched. */
@RestController
@RequestMapping("/api/v1/organization")
@Tag(name = "Accounts")
class OrganizationController {

    private final Organizations organizations;

    OrganizationController(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    @Needs(Permission.READ)
    @Operation(summary = "Show the organization whose members are watched, and its last sync")
    OrganizationItem show() {
        return OrganizationItem.of(
                organizations.find().orElseThrow(() -> new Refusal.Unknown(AccountCode.NO_ORGANIZATION)));
    }

    @PutMapping
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Watch the members of an organization from the next sync on; AWS is asked at once")
    OrganizationItem follow(@Valid @RequestBody OrganizationBodies.Settings wanted) {
        return OrganizationItem.of(organizations.follow(wanted.settings()));
    }

    @DeleteMapping
    @Needs(Permission.ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Follow the organization no more; its accounts stay, as if added by hand")
    void forget() {
        organizations.forget();
    }

    @PostMapping("/sync")
    @Needs(Permission.ADMINISTER)
    @Operation(summary = "Take new members under watch and retire closed ones, now")
    SyncCounts sync() {
        return organizations.sync();
    }
}
