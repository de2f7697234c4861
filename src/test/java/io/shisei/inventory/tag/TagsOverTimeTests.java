package io.shisei.inventory.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import io.shisei.inventory.Document;
import io.shisei.inventory.ReadResources;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceRow;
import io.shisei.inventory.StagedResources;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.Types;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of the tags of a bucket when some scans cannot read them. */
@DatabaseTest
@Import({ReadResources.class, StagedResources.class, CopyIn.class, TemporaryTables.class})
class TagsOverTimeTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant MARCH = Instant.parse("2026-03-31T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-30T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-31T00:00:00Z");
    private static final Map<String, String> NONE = Map.of();
    private static final Map<String, String> PROD = Map.of("env", "prod");

    @Autowired
    StagedResources staged;

    @Autowired
    ReadResources read;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAccount() {
        Rows.account(jdbc, ACCOUNT);
    }

    @Test
    void staysWhatItWasWhileTheyCannotBeReadAndWritesNothing() {
        read(MARCH, PROD, "1");
        var row = row();
        read(APRIL, null, "1");
        assertThat(row()).isEqualTo(row);
        read(MAY, PROD, "1");
        assertThat(row()).isEqualTo(row);
        assertThat(tags()).isEqualTo("known {\"env\": \"prod\"}");
    }

    @Test
    void staysThatThereAreNone() {
        read(MARCH, NONE, "1");
        read(APRIL, null, "2");
        assertThat(tags()).isEqualTo("known {}");
    }

    @Test
    void isNothingBeforeTheyWereReadOnce() {
        read(MARCH, null, "1");
        assertThat(tags()).isEqualTo("unknown {}");
        read(APRIL, NONE, "1");
        assertThat(tags()).isEqualTo("known {}");
        assertThat(changes()).isEmpty();
    }

    @Test
    void isNoChangeWhenTheyAreReadForTheFirstTime() {
        read(MARCH, null, "1");
        read(APRIL, PROD, "1");
        assertThat(tags()).isEqualTo("known {\"env\": \"prod\"}");
        assertThat(changes()).isEmpty();
        assertThat(changedAt()).isEqualTo(MARCH);
        var row = row();
        read(MAY, PROD, "1");
        assertThat(row()).isEqualTo(row);
    }

    @Test
    void isNoPartOfAnotherChangeMeanwhile() {
        read(MARCH, null, "1");
        read(APRIL, PROD, "2");
        assertThat(changes()).containsExactly("{}");
        read(MAY, null, "3");
        assertThat(changes()).containsExactly("{}", "{}");
        assertThat(tags()).isEqualTo("known {\"env\": \"prod\"}");
    }

    @Test
    void isAChangeWhenTheyWereKnown() {
        read(MARCH, NONE, "1");
        read(APRIL, PROD, "1");
        assertThat(changes()).containsExactly("{\"tags\": {\"after\": {\"env\": \"prod\"}, \"before\": {}}}");
        assertThat(changedAt()).isEqualTo(APRIL);
    }

    @Test
    void isForgottenOfABucketThatWasGone() {
        read(MARCH, PROD, "1");
        reconcile(APRIL, "");
        read(MAY, null, "1");
        assertThat(tags()).isEqualTo("unknown {}");
    }

    private void read(Instant at, @Nullable Map<String, String> tags, String document) {
        var bucket = new Resource(
                "arn:aws:s3:::data",
                Types.BUCKET,
                "data",
                tags == null ? NONE : tags,
                tags == null,
                Document.of(Map.of("Name", document)));
        reconcile(at, ResourceRow.of(1, ResourceRow.id(ACCOUNT, "eu-west-1", bucket), 1, bucket));
    }

    private void reconcile(Instant at, String row) {
        read.ensureMonth(at);
        staged.stage(new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)));
        staged.keepTagsThatWereNotRead();
        staged.keepDigestsOfTheSame(List.of(Types.BUCKET));
        read.keep(ACCOUNT, "eu-west-1", List.of(Types.BUCKET), List.of(), at);
        read.markGone(ACCOUNT, "eu-west-1", List.of(Types.BUCKET), null, at);
    }

    private String tags() {
        return jdbc.sql("select case when tags_known then 'known ' else 'unknown ' end || tags from stored_resource")
                .query(String.class)
                .single();
    }

    private String row() {
        return jdbc.sql("select ctid::text || xmin from resource")
                .query(String.class)
                .single();
    }

    private Instant changedAt() {
        return jdbc.sql("select changed_at from resource")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    /** What changed beside documents. */
    private List<String> changes() {
        return jdbc.sql("select labels from resource_change order by at")
                .query(String.class)
                .list();
    }
}
