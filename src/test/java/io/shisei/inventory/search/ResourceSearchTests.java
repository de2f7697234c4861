package io.shisei.inventory.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.ResourceFilter;
import io.shisei.inventory.StoredResource;
import io.shisei.inventory.StoredResources;
import io.shisei.paging.PageRequest;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({ResourceSearch.class, StoredResources.class})
class ResourceSearchTests {

    private static final String ACCOUNT = "123456789012";

    @Autowired
    ResourceSearch search;

    @Autowired
    StoredResources resources;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void someResources() {
        Rows.account(jdbc, ACCOUNT);
        resource("arn:aws:s3:::data", "data", null);
        resource("arn:aws:s3:::data-archive", "data-archive", null);
        resource("arn:aws:s3:::my-data", "my-data", null);
        resource("arn:aws:s3:::old_data", "old_data", "2026-09-01");
        resource("arn:aws:ec2:eu-west-1:123456789012:instance/i-0Abc1", "Web 100%", null);
        resource("arn:aws:ec2:eu-west-1:123456789012:instance/i-0abc2", "web shop", null);
    }

    private void resource(String arn, String name, String goneAt) {
        jdbc.sql("""
                        insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                              first_seen_at, changed_at, gone_at)
                        values (gen_random_uuid(), :account, 'eu-west-1', 'AWS::Any', :arn, :name, '{}', '{}', '{}',
                                gen_random_uuid(), now(), now(), :gone::timestamptz)
                        """)
                .param("account", ACCOUNT)
                .param("arn", arn)
                .param("name", name)
                .param("gone", goneAt)
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data | data, data-archive, my-data, old_data",
                "DATA | data, data-archive, my-data, old_data",
                "a-ar | data-archive",
                "i-0abc | Web 100%, web shop",
                "instance/i-0abc1 | Web 100%",
                "shop web | web shop",
                "100% | Web 100%",
                "old_ | old_data",
                "d_ta | ''",
                "we | Web 100%, web shop",
                "eb | ''",
                "arn:aws:s3:::data | data, data-archive",
                "arn:aws:s3:::DATA | ''",
                "nothing | ''",
            })
    void findsTheBestFirst(String text, String names) {
        assertThat(String.join(
                        ", ",
                        search.find(text, 9).stream().map(FoundResource::name).toList()))
                .isEqualTo(names);
    }

    @Test
    void findsAtMostSoMany() {
        assertThat(search.find("data", 2)).extracting(FoundResource::name).containsExactly("data", "data-archive");
    }

    @Test
    void listsWhatItFindsOfThoseThatAreThere() {
        var filter = new ResourceFilter(Set.of(), Set.of(), Set.of(), false, " Data ");
        var page = resources.list(filter, PageRequest.first(9));
        assertThat(page.items()).extracting(StoredResource::name).containsExactly("data", "data-archive", "my-data");
        assertThat(page.total().count()).isEqualTo(3);
        var byArn = new ResourceFilter(Set.of(), Set.of(), Set.of(), true, "arn:aws:s3:::o");
        assertThat(resources.list(byArn, PageRequest.first(9)).items())
                .extracting(StoredResource::name)
                .containsExactly("old_data");
    }

    /** The planner may take another way while there are few. */
    @Test
    void readsIndexes() {
        jdbc.sql("set local enable_seqscan = off").update();
        assertThat(plan("searched(arn, name) like '%rchiv%'")).contains("resource_by_part");
        assertThat(plan("lower(name) like 'data%'")).contains("resource_by_name");
        assertThat(plan("lower(name) = 'data'")).contains("resource_by_name");
        assertThat(plan("arn like 'arn:aws:s3:::da%'")).contains("resource_by_arn");
    }

    /** Many have it, and all that were written before have not. */
    @Test
    void readsNothingElseForWhatManyHave() {
        jdbc.sql("""
                        insert into resource
                        select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'arn', r.arn || n,
                            'name', case when n > 39600 then 'a-zebra' else 'a-horse' end))).*
                        from resource r cross join generate_series(1, 40000) as n where r.name = 'data'
                        """).update();
        jdbc.sql("analyze resource").update();
        var read = RowsRead.of(
                jdbc, "resource", () -> assertThat(search.find("ebra", 5)).hasSize(5));
        assertThat(read).isLessThan(5000);
    }

    private String plan(String condition) {
        return String.join(
                "\n",
                jdbc.sql("explain select * from resource where " + condition + " limit 9")
                        .query(String.class)
                        .list());
    }
}
