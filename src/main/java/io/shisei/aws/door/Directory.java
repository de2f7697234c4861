package io.shisei.aws.door;

import io.shisei.account.AccountCode;
import io.shisei.account.Identity;
import io.shisei.account.Ou;
import io.shisei.account.organization.OrganizationListing;
import io.shisei.account.organization.OrganizationListing.Member;
import io.shisei.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.Account;
import software.amazon.awssdk.services.organizations.model.ListAccountsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListAccountsResponse;
import software.amazon.awssdk.services.organizations.model.ListOrganizationalUnitsForParentResponse;
import software.amazon.awssdk.services.organizations.model.ListParentsResponse;
import software.amazon.awssdk.services.organizations.model.ListRootsResponse;
import software.amazon.awssdk.services.organizations.model.OrganizationalUnit;

/**
 * Lists an organization: its units from the roots down, and then its accounts. An account that was moved meanwhile is
 * looked up by itself, so that none is missing.
 */
public final class Directory {

    public static final Set<String> ACTIONS = Set.of(
            "organizations:ListAccounts",
            "organizations:ListAccountsForParent",
            "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListParents",
            "organizations:ListRoots");

    private final OrganizationsClient aws;
    private final Region region;
    private final Map<String, Ou> ouById = new HashMap<>();
    private final Map<String, Ou> ouByAccount = new HashMap<>();

    Directory(OrganizationsClient aws, Region region) {
        this.aws = aws;
        this.region = region;
    }

    /** @throws io.shisei.refusal.Refusal when any call is refused */
    OrganizationListing list(Identity seenFrom) {
        all("ListRoots", () -> pages(aws.listRootsPaginator(), ListRootsResponse::roots))
                .forEach(root -> descend(root.id(), Ou.ROOT));
        var members =
                all("ListAccounts", () -> pages(aws.listAccountsPaginator(), ListAccountsResponse::accounts)).stream()
                        .map(this::member)
                        .toList();
        return new OrganizationListing(seenFrom, Set.copyOf(ouById.values()), members);
    }

    private void descend(String parent, Ou ou) {
        ouById.put(parent, ou);
        accounts(parent).forEach(account -> ouByAccount.put(account.id(), ou));
        units(parent).forEach(unit -> descend(unit.id(), ou.child(unit.name())));
    }

    private List<Account> accounts(String parent) {
        return all(
                "ListAccountsForParent",
                () -> pages(
                        aws.listAccountsForParentPaginator(ask -> ask.parentId(parent)),
                        ListAccountsForParentResponse::accounts));
    }

    private List<OrganizationalUnit> units(String parent) {
        return all(
                "ListOrganizationalUnitsForParent",
                () -> pages(
                        aws.listOrganizationalUnitsForParentPaginator(ask -> ask.parentId(parent)),
                        ListOrganizationalUnitsForParentResponse::organizationalUnits));
    }

    private Member member(Account account) {
        var ou = ouByAccount.get(account.id());
        return new Member(account.id(), name(account), state(account), ou == null ? parent(account.id()) : ou);
    }

    private Ou parent(String account) {
        return all(
                        "ListParents",
                        () -> pages(
                                aws.listParentsPaginator(ask -> ask.childId(account)), ListParentsResponse::parents))
                .stream()
                .flatMap(parent -> Stream.ofNullable(ouById.get(parent.id())))
                .findFirst()
                .orElseThrow(() -> new Refusal.Impossible(AccountCode.ORGANIZATION_MOVED, null, account));
    }

    private static String name(Account account) {
        return account.name() == null ? "" : account.name();
    }

    /** {@code State} is what AWS tells since 2025; {@code Status} is on its way out. */
    private static String state(Account account) {
        var state = account.stateAsString();
        return state == null ? account.getValueForField("Status", String.class).orElse("UNKNOWN") : state;
    }

    private static <P, T> Stream<T> pages(SdkIterable<P> pages, Function<P, List<T>> items) {
        return pages.stream().map(items).flatMap(List::stream);
    }

    private <T> List<T> all(String operation, Supplier<Stream<T>> items) {
        try {
            return items.get().toList();
        } catch (SdkException e) {
            throw RefusedAccess.of(RefusedAccess.Attempt.of("organizations:" + operation), region, e);
        }
    }
}
