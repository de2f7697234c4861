package io.shisei.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.control.ControlId;
import io.shisei.database.JsonColumn;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.TagMatch;
import io.shisei.inventory.Json;
import io.shisei.test.DatabaseTest;
import io.shisei.test.OlderSchema;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PGobject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/** What becomes of rules of the version before they were one document. */
@DatabaseTest
class RuleMigrationTests {

    private static final TypeReference<PlanDocument.Match> MATCH = new TypeReference<>() {};

    @Autowired
    DataSource database;

    private OlderSchema schema;
    private JdbcTemplate jdbc;

    @BeforeEach
    void olderRules() throws Exception {
        schema = new OlderSchema(database, "older_rules", "33");
        jdbc = schema.jdbc();
        jdbc.execute("""
                insert into suppression (id, control_ids, account_ids, regions, resource_pattern, tag_key, tag_value, reason,
                                         owner, created_at, created_by, expires_at, ended_at, ended_by, settled, version)
                values
                ('00000000-0000-0000-0000-000000000001', '{S3.8,EC2.18}', '{123456789012}', '{eu-west-1}', 'arn:*', 'env',
                 'dev', 'why', 'web', '2026-04-01Z', 'admin', '2026-05-01Z', null, null, true, 1),
                ('00000000-0000-0000-0000-000000000002', null, null, null, null, 'env', null, 'why', 'web', '2026-04-01Z',
                 'admin', null, '2026-04-02Z', 'kim', true, 2)
                """);
        jdbc.execute("""
                insert into suppression_change (suppression_id, at, what, username, note)
                values ('00000000-0000-0000-0000-000000000001', '2026-04-01Z', 'CREATED', 'admin', 'why')
                """);
        schema.migrate();
    }

    @AfterEach
    void clean() {
        schema.close();
    }

    @Test
    void keepsWhatTheyHide() {
        var matches = jdbc.query(
                "select match from suppression order by id",
                (row, number) -> JsonColumn.read((PGobject) row.getObject("match"), MATCH)
                        .toMatch());
        assertThat(matches)
                .containsExactly(
                        new FindingMatch(
                                List.of(new ControlId("S3.8"), new ControlId("EC2.18")),
                                List.of("123456789012"),
                                null,
                                List.of("eu-west-1"),
                                List.of("arn:*"),
                                new TagMatch(List.of(new TagMatch.Tag("env", "dev")), List.of(), List.of()),
                                FindingMatch.Exempt.NOTHING),
                        new FindingMatch(
                                null,
                                null,
                                null,
                                null,
                                null,
                                new TagMatch(List.of(new TagMatch.Tag("env", null)), List.of(), List.of()),
                                FindingMatch.Exempt.NOTHING));
        assertThat(jdbc.queryForList("select changed_by from suppression order by id", String.class))
                .containsExactly("admin", "kim");
    }

    @Test
    void keepsWhatTheySaidWhenTheyWereMade() {
        var plan = Json.fields(jdbc.queryForObject("select plan::text from suppression_change", String.class));
        assertThat(plan)
                .containsEntry("controlIds", List.of("S3.8", "EC2.18"))
                .containsEntry("reason", "why")
                .containsEntry("expiresAt", "2026-05-01T00:00:00Z")
                .containsEntry(
                        "tags",
                        Map.of(
                                "all",
                                List.of(Map.of("key", "env", "value", "dev")),
                                "any",
                                List.of(),
                                "none",
                                List.of()));
    }
}
