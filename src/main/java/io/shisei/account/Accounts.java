package io.shisei.account;

import io.shisei.refusal.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All accounts being watched. */
@Component
public class Accounts {

    private final StoredAccounts stored;
    private final JdbcClient jdbc;

    Accounts(StoredAccounts stored, JdbcClient jdbc) {
        this.stored = stored;
        this.jdbc = jdbc;
    }

    public Optional<Account> findById(String id) {
        return stored.findById(id).map(StoredAccount::toAccount);
    }

    public List<Account> findAllByOrderByNameAscIdAsc() {
        return stored.findAllByOrderByNameAscIdAsc().stream()
                .map(StoredAccount::toAccount)
                .toList();
    }

    /**
     * An account as choices show it.
     *
     * @param regions those that were chosen for it; none: all that are enabled
     */
    public record Brief(String id, String name, boolean retired, List<String> regions) {

        /** Its name, and its id, as names may be alike. */
        public String label() {
            return name + " (" + id + ")";
        }
    }

    /** The same accounts in the same order, of which pages read less. */
    public List<Brief> briefly() {
        return jdbc.sql("select id, name, retired_at is not null as retired, regions from account order by name, id")
                .query((row, number) -> {
                    var regions = row.getArray("regions");
                    return new Brief(
                            row.getString("id"),
                            row.getString("name"),
                            row.getBoolean("retired"),
                            regions == null ? List.of() : List.of((String[]) regions.getArray()));
                })
                .list();
    }

    public boolean existsById(String id) {
        return stored.existsById(id);
    }

    /** Where in the organization an account is; empty where it is in none, or not watched. */
    public Optional<Ou> ou(String id) {
        return jdbc.sql("select ou from account where id = :id and ou is not null")
                .param("id", id)
                .query((row, number) -> new Ou(row.getString("ou")))
                .optional();
    }

    /** Of each account that is not retired, where in the organization it is. */
    public Map<String, Optional<Ou>> whereabouts() {
        var whereabouts = new HashMap<String, Optional<Ou>>();
        jdbc.sql("select id, ou from account where retired_at is null").query(row -> {
            whereabouts.put(
                    row.getString("id"),
                    Optional.ofNullable(row.getString("ou")).map(Ou::new));
        });
        return whereabouts;
    }

    /** The organizational units in which accounts are that are not retired, at any depth, and how many. */
    public SortedMap<Ou, Integer> ous() {
        var ous = new TreeMap<Ou, Integer>();
        jdbc.sql("""
                        select ou, count(*) as accounts from account
                        where retired_at is null and ou is not null group by ou
                        """).query(row -> {
            var accounts = row.getInt("accounts");
            new Ou(row.getString("ou")).upToRoot().forEach(ou -> ous.merge(ou, accounts, Integer::sum));
        });
        return ous;
    }

    /** Those of these units in which no account is, such as one that was renamed in AWS Organizations. */
    public Set<Ou> empty(Collection<Ou> units) {
        var empty = new TreeSet<>(units);
        empty.removeAll(units.isEmpty() ? Set.of() : ous().keySet());
        return empty;
    }

    /** The accounts in a unit, at any depth, that are not retired; it may have none. */
    public Circle circle(Ou ou) {
        var members = in(ou);
        return jdbc.sql("""
                        select array(
                                   select id from account
                                   where retired_at is null and id <> all(:accounts::text[]) order by id) as others,
                               (select until from unit_past where ou = :ou and accounts = :accounts::text[]) as until
                        """)
                .param("ou", ou.path())
                .param("accounts", members.toArray(String[]::new))
                .query((row, number) -> Circle.of(ou, members)
                        .beside(
                                List.of((String[]) row.getArray("others").getArray()),
                                row.getObject("until", LocalDate.class)))
                .single();
    }

    /** The ids of the accounts in a unit, at any depth, that are not retired. */
    public List<String> in(Ou ou) {
        return jdbc.sql("""
                        select id from account
                        where retired_at is null and (ou = :ou or starts_with(ou, :within)) order by id
                        """)
                .param("ou", ou.path())
                .param("within", ou.prefix())
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /**
     * The accounts that a filter leaves: those that it names (none: all), of those in a unit where it names one (null: anywhere).
     *
     * @return their ids; none: all
     * @throws Refusal.Invalid when none of them is in the unit
     */
    public Set<String> named(Set<String> ids, @Nullable String unit) {
        if (unit == null) {
            return ids;
        }
        var both = new HashSet<>(in(new Ou(unit)));
        both.removeIf(id -> !ids.isEmpty() && !ids.contains(id));
        if (both.isEmpty()) {
            throw new Refusal.Invalid(AccountCode.NONE_IN_OU, "ou", unit);
        }
        return both;
    }

    /** Also keeps it as it is until the transaction ends. */
    public Optional<Account> hold(String id) {
        return stored.hold(id).map(StoredAccount::toAccount);
    }

    /** Watches a new account as it is, without asking AWS about it as {@link Registration} does. */
    @Transactional
    public Account save(Account account) {
        return stored.save(new StoredAccount(account)).toAccount();
    }
}
