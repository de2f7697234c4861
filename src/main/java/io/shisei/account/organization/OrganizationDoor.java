package io.shisei.account.organization;

import io.shisei.account.Access;
import io.shisei.account.AccountCode;

/** What watching an organization has to ask AWS Organizations. */
public interface OrganizationDoor {

    /**
     * All accounts and organizational units of the organization behind {@code access}. Never a part of them.
     *
     * @throws io.shisei.refusal.Refusal {@link AccountCode#ACCESS_REFUSED}, when AWS does not let us in, or any part of the listing could not be read
     */
    OrganizationListing list(Access access);
}
