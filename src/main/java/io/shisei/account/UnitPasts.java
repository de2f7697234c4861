package io.shisei.account;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to which day what a unit's accounts add up to is kept; {@link Accounts#circle} tells it while these are its accounts. */
@Repository
public class UnitPasts {

    private static final String KEEP = """
            insert into unit_past (ou, accounts, until) values (:ou, :accounts, :until)
            on conflict (ou) do update set until = excluded.until
            """;

    private final JdbcClient jdbc;

    UnitPasts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<Ou> units() {
        return jdbc.sql("select ou from unit_past").query((row, number) -> new Ou(row.getString("ou"))).stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of a unit that has other accounts than before the past is to be forgotten first; sums are written in the same transaction. */
    public void keep(Circle unit, LocalDate until) {
        jdbc.sql(KEEP)
                .param("ou", unit.path())
                .param("accounts", unit.ids())
                .param("until", until)
                .update();
    }

    /** Its days go with an account, also where it comes back. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(AccountLeaving leaving) {
        jdbc.sql("delete from unit_past where :account = any(accounts)")
                .param("account", leaving.accountId())
                .update();
    }

    /** All sums of it go with this. */
    public void forget(Ou unit) {
        jdbc.sql("delete from unit_past where ou = :ou")
                .param("ou", unit.path())
                .update();
    }
}
