package io.shisei.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The rows of accounts. */
interface StoredAccounts extends Repository<StoredAccount, String> {

    Optional<StoredAccount> findById(String id);

    List<StoredAccount> findAllByOrderByNameAscIdAsc();

    /** Also keeps it as it is until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select a from StoredAccount a where a.id = :id")
    Optional<StoredAccount> hold(String id);

    boolean existsById(String id);

    StoredAccount save(StoredAccount account);

    /** Writes what was changed in the transaction so far. */
    void flush();

    /** Also deletes what was found in it. */
    void delete(StoredAccount account);

    /** An organizational unit and how many accounts that are not retired are in it itself. */
    record OuSize(String path, long accounts) {}

    @Query("""
            select new io.shisei.account.StoredAccounts$OuSize(ou, count(*)) from StoredAccount
            where retiredAt is null and ou is not null group by ou""")
    List<OuSize> ouSizes();
}
