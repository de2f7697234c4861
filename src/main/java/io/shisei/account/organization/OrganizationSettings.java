package io.shisei.account.organization;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;
import io.shisei.account.Membership;
import io.shisei.account.Ou;
import io.shisei.account.RegionId;
import io.shisei.account.organization.OrganizationListing.Member;
import io.shisei.refusal.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which members of an organization are watched, and how they are reached.
 *
 * @param access of the management account or a delegated administrator
 * @param includeOus only members in these, at any depth; null: all
 * @param excludeOus not members in these, at any depth; null: no exception
 * @param regions watched in members; null: every region that is enabled for them
 */
public record OrganizationSettings(
        Access access,
        MemberRole memberRole,
        @Nullable List<Ou> includeOus,
        @Nullable List<Ou> excludeOus,
        @Nullable List<String> regions) {

    public OrganizationSettings {
        regions = RegionId.chosen(regions);
    }

    /** The active members that are watched, each with the way into it. */
    List<Membership> chosen(OrganizationListing listing) {
        return listing.members().stream()
                .filter(Member::active)
                .filter(member -> covers(member.ou()))
                .map(member -> membership(listing, member))
                .toList();
    }

    private boolean covers(Ou ou) {
        return (includeOus == null || includeOus.stream().anyMatch(chosen -> chosen.contains(ou)))
                && (excludeOus == null || excludeOus.stream().noneMatch(left -> left.contains(ou)));
    }

    // The account from which the organization is listed is read with the same access.
    private Membership membership(OrganizationListing listing, Member member) {
        var identity = listing.identity(member);
        var way = identity.equals(listing.seenFrom()) ? access : memberRole.access(identity);
        return new Membership(identity, member.name(), member.ou(), way, regions);
    }

    /** @throws Refusal.Impossible when a unit is named that the organization does not have: a slip must not retire accounts */
    void check(OrganizationListing listing) {
        check("includeOus", includeOus, listing);
        check("excludeOus", excludeOus, listing);
    }

    private static void check(String field, @Nullable List<Ou> named, OrganizationListing listing) {
        for (var ou : named == null ? List.<Ou>of() : named) {
            if (!listing.ous().contains(ou)) {
                throw new Refusal.Impossible(AccountCode.OU_NOT_THERE, field, ou, listing.ouNames());
            }
        }
    }
}
