package io.shisei.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All accounts being watched. */
public interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    List<Account> findAllByOrderByNameAscIdAsc();

    boolean existsById(String id);

    Account save(Account account);

    /** Also deletes what was found in it. */
    void delete(Account account);
}
