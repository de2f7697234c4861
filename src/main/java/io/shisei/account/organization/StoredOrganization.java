package io.shisei.account.organization;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The organization as a row; a sync leases it, past the entity, so that the settings can be edited meanwhile. */
interface StoredOrganization extends Repository<OrganizationRow, Integer> {

    Optional<OrganizationRow> findById(int id);

    OrganizationRow save(OrganizationRow organization);

    void delete(OrganizationRow organization);

    @Modifying
    @Transactional
    @Query("update organization set syncing_since = :now where syncing_since is null or syncing_since < :dead")
    int lease(Instant now, Instant dead);

    @Modifying
    @Transactional
    @Query("update organization set syncing_since = null where syncing_since = :mine")
    int release(Instant mine);

    /** Whether the lease still is what was taken; keeps it so until the transaction ends. */
    @Query("select count(*) from (select from organization where syncing_since = :mine for update) held")
    int hold(Instant mine);
}
