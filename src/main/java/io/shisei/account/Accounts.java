package io.shisei.account;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.repository.Repository;

/** All accounts being watched. */
public interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    List<Account> findAllByOrderByNameAscIdAsc();

    /** The organizational units in which accounts are that are not retired, at any depth, and how many. */
    default SortedMap<Ou, Integer> ous() {
        var ous = new TreeMap<Ou, Integer>();
        findAllByOrderByNameAscIdAsc().stream()
                .filter(account -> account.retiredAt().isEmpty())
                .flatMap(account -> account.ou().stream())
                .flatMap(Ou::upToRoot)
                .forEach(ou -> ous.merge(ou, 1, Integer::sum));
        return ous;
    }

    boolean existsById(String id);

    Account save(Account account);

    /** Writes what was changed in the transaction so far. */
    void flush();

    /** Also deletes what was found in it. */
    void delete(Account account);
}
