package io.shisei.account.organization;

import io.shisei.account.Identity;
import io.shisei.account.Ou;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A complete listing of an organization.
 *
 * @param seenFrom the account that was asked: the management account, or a delegated administrator
 * @param ous every organizational unit, the root too
 */
public record OrganizationListing(Identity seenFrom, Set<Ou> ous, List<Member> members) {

    /**
     * An account of the organization.
     *
     * @param state as AWS calls it: {@code ACTIVE}, {@code SUSPENDED}, {@code PENDING_CLOSURE}, {@code CLOSED}, …
     */
    public record Member(String accountId, String name, String state, Ou ou) {

        boolean active() {
            return state.equals("ACTIVE");
        }

        /** On its way out; an account that is not active yet is not closing. */
        boolean closing() {
            return !active() && !state.equals("PENDING_ACTIVATION");
        }
    }

    /** The ids of the members on their way out. */
    Set<String> closing() {
        return members.stream().filter(Member::closing).map(Member::accountId).collect(Collectors.toSet());
    }

    Identity identity(Member member) {
        return new Identity(member.accountId(), seenFrom.partition());
    }

    String ouNames() {
        return ous.stream().map(Ou::path).sorted().collect(Collectors.joining(", "));
    }
}
