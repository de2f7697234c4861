package io.shisei.account;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All accounts being watched. */
public interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    List<Account> findAllByOrderByNameAscIdAsc();

    /** An organizational unit and how many accounts that are not retired are in it itself. */
    record OuSize(String path, long accounts) {}

    @Query("""
            select new io.shisei.account.Accounts$OuSize(ou, count(*)) from Account
            where retiredAt is null and ou is not null group by ou""")
    List<OuSize> ouSizes();

    /** The organizational units in which accounts are that are not retired, at any depth, and how many. */
    default SortedMap<Ou, Integer> ous() {
        var ous = new TreeMap<Ou, Integer>();
        ouSizes()
                .forEach(size -> new Ou(size.path())
                        .upToRoot()
                        .forEach(ou -> ous.merge(ou, (int) size.accounts(), Integer::sum)));
        return ous;
    }

    boolean existsById(String id);

    Account save(Account account);

    /** Writes what was changed in the transaction so far. */
    void flush();

    /** Also deletes what was found in it. */
    void delete(Account account);
}
