package io.shisei.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** All accounts being watched. */
public interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    List<Account> findAllByOrderByNameAscIdAsc();

    /** Those in this organizational unit at any depth that are not retired. */
    default List<Account> inOu(Ou ou) {
        return findWatchedBelow(ou.path(), ou.prefix());
    }

    @NativeQuery(
            "select * from account where retired_at is null and (ou = :ou or starts_with(ou, :prefix)) order by name, id")
    List<Account> findWatchedBelow(String ou, String prefix);

    boolean existsById(String id);

    Account save(Account account);

    /** Also deletes what was found in it. */
    void delete(Account account);
}
