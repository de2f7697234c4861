package io.shisei.account;

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

    /** Whether members in {@code ou} are watched. */
    boolean covers(Ou ou) {
        return (includeOus == null || includeOus.stream().anyMatch(chosen -> chosen.contains(ou)))
                && (excludeOus == null || excludeOus.stream().noneMatch(left -> left.contains(ou)));
    }

    /** The way into a member; the account from which the organization is listed is read with the same access. */
    Access access(OrganizationListing listing, OrganizationListing.Member member) {
        return member.accountId().equals(listing.seenFrom().accountId())
                ? access
                : memberRole.access(listing.identity(member));
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
