package io.shisei.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import io.shisei.test.OlderSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** What becomes of the rows of an older version, all of whose kinds stand in {@code version-14.sql}. */
@DatabaseTest
class MigrationTests {

    @Autowired
    DataSource database;

    private OlderSchema schema;
    private JdbcTemplate jdbc;

    @BeforeEach
    void anOlderDatabase() throws Exception {
        schema = new OlderSchema(database, "older", "14");
        jdbc = schema.jdbc();
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("version-14.sql", getClass()));
            return null;
        });
        schema.migrate();
    }

    @AfterEach
    void clean() {
        schema.close();
    }

    @Test
    void takesNoBucketForUntaggedWhoseTagsWereNotRead() {
        assertThat(rows("select distinct tags_known from stored_resource where type = 'AWS::S3::Bucket'"))
                .containsExactly(Map.of("tags_known", false));
    }

    @Test
    void keepsEveryFindingAndSaysWhyItIsArchived() {
        assertThat(rows("""
                        select r.name, compliance_status as status, last_verdict as verdict, record_state as state,
                               archive_reason as why
                        from finding join resource r on r.id = resource_id order by r.name
                        """))
                .containsExactly(
                        finding("denied after failing", "WARNING", "FAILED", "ACTIVE", null),
                        finding("denied after passing", "NOT_AVAILABLE", "PASSED", "ACTIVE", null),
                        finding("denied from the start", "WARNING", null, "ACTIVE", null),
                        finding("failing", "FAILED", null, "ACTIVE", null),
                        finding("gone", "FAILED", null, "ARCHIVED", "RESOURCE_GONE"),
                        finding("gone while denied", "WARNING", "FAILED", "ARCHIVED", "RESOURCE_GONE"),
                        finding("no more concerned", "PASSED", null, "ARCHIVED", "NOT_APPLICABLE"));
    }

    @Test
    void keepsTheHistory() {
        assertThat(rows("select count(*) as n, count(archive_reason) as reasons from transition"))
                .containsExactly(Map.of("n", 9L, "reasons", 0L));
    }

    @Test
    void keepsTheCoverageOfOlderScans() {
        assertThat(rows("select service, complete_checks as complete, checks from coverage order by service"))
                .containsExactly(
                        Map.of("service", "EC2", "complete", 0, "checks", 1),
                        Map.of("service", "ES", "complete", 0, "checks", 0),
                        Map.of("service", "S3", "complete", 1, "checks", 1));
        assertThat(jdbc.queryForObject(
                        "select coverage_share(sum(complete_checks), sum(checks)) from coverage", Double.class))
                .isEqualTo(50);
    }

    @Test
    void takesOlderEvaluationsWithAGapForIncomplete() {
        assertThat(rows("select control_id as control, complete from evaluation order by control_id"))
                .containsExactly(
                        Map.of("control", "EC2.18", "complete", false), Map.of("control", "S3.8", "complete", true));
    }

    private List<Map<String, Object>> rows(String sql) {
        return jdbc.queryForList(sql);
    }

    private static Map<String, Object> finding(String name, String status, String verdict, String state, String why) {
        var row = new HashMap<String, Object>();
        row.put("name", name);
        row.put("status", status);
        row.put("verdict", verdict);
        row.put("state", state);
        row.put("why", why);
        return row;
    }
}
