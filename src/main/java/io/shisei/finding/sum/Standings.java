package io.shisei.finding.sum;

import io.shisei.control.ControlId;
import io.shisei.finding.ComplianceStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What active findings of a control say now. */
@Repository
public class Standings {

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a finding says, and whether it counts. */
    public record Standing(ComplianceStatus status, boolean suppressed) {}

    /** By resource; those of which nothing is said are left out. */
    public Map<UUID, Standing> of(ControlId control, Collection<UUID> resources) {
        return jdbc
                .sql("""
                        select resource_id, compliance_status, workflow_status = 'SUPPRESSED' as suppressed from finding
                        where control_id = :control and resource_id = any(:resources) and record_state = 'ACTIVE'
                        """)
                .param("control", control.value())
                .param("resources", resources.toArray(UUID[]::new))
                .query((row, number) -> Map.entry(row.getObject("resource_id", UUID.class), standing(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many in these accounts. */
    public Map<Standing, Long> in(ControlId control, Collection<String> accounts) {
        return jdbc
                .sql("""
                        select compliance_status, workflow_status = 'SUPPRESSED' as suppressed, count(*) as findings
                        from finding
                        where control_id = :control and account_id = any(:accounts) and record_state = 'ACTIVE'
                        group by 1, 2
                        """)
                .param("control", control.value())
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, number) -> Map.entry(standing(row), row.getLong("findings")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(ComplianceStatus.valueOf(row.getString("compliance_status")), row.getBoolean("suppressed"));
    }
}
