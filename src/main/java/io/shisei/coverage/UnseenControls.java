package io.shisei.coverage;

import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The controls that were evaluated where they are looked at no more. */
@Repository
public class UnseenControls {

    private static final String UNSEEN = """
            select distinct e.account_id, e.region, e.control_id,
                   case when a.until <> 'infinity' then 'ACCOUNT_RETIRED'
                        when e.region <> 'global' and e.region <> all(coalesce(:regions::text[], a.regions))
                             then 'REGION_NOT_WATCHED'
                        when e.control_id = any(:known) then 'CONTROL_DISABLED'
                        else 'CONTROL_REMOVED' end as why
            from evaluation e join counted_account a on a.id = e.account_id
            where (:account::text is null or e.account_id = :account)
              and (a.until <> 'infinity'
                   or e.region <> 'global' and e.region <> all(coalesce(:regions::text[], a.regions))
                   or e.control_id <> all(:known)
                   or (e.account_id, e.control_id) in (select * from unnest(:offAccounts::text[], :offControls::text[])))
            order by e.account_id, e.region, e.control_id
            """;

    private final JdbcClient jdbc;
    private final Controls controls;

    UnseenControls(JdbcClient jdbc, Controls controls) {
        this.jdbc = jdbc;
        this.controls = controls;
    }

    /**
     * What was evaluated and is looked at no more.
     *
     * @param accountId null: of all accounts
     * @param regions those that AWS has enabled for the account; null: as the account says
     */
    public List<Unseen> list(@Nullable String accountId, @Nullable List<String> regions) {
        var off = off();
        return jdbc.sql(UNSEEN)
                .param("account", accountId)
                .param("regions", regions == null ? null : regions.toArray(String[]::new))
                .param("known", ControlId.textsOf(controls.all()))
                .param("offAccounts", off.stream().map(Off::accountId).toArray(String[]::new))
                .param(
                        "offControls",
                        off.stream().map(it -> it.control().value()).toArray(String[]::new))
                .query((row, number) -> new Unseen(
                        new Place(row.getString("account_id"), row.getString("region")),
                        new ControlId(row.getString("control_id")),
                        Unseen.Why.valueOf(row.getString("why"))))
                .list();
    }

    /** A control that is switched off in an account. */
    private record Off(String accountId, ControlId control) {}

    private List<Off> off() {
        return controls.off().entrySet().stream()
                .flatMap(account -> account.getValue().stream().map(control -> new Off(account.getKey(), control)))
                .toList();
    }
}
