package io.shisei.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** The rows of accounts. */
interface StoredAccounts extends Repository<StoredAccount, String> {

    Optional<StoredAccount> findById(String id);

    List<StoredAccount> findAllByOrderByNameAscIdAsc();

    /** Also keeps it as it is until the transaction ends. */
    @Query("select * from account where id = :id for share")
    Optional<StoredAccount> hold(String id);

    boolean existsById(String id);

    StoredAccount save(StoredAccount account);

    /** Also deletes what was found in it. */
    void delete(StoredAccount account);
}
