package io.shisei.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.search.SearchedResources;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import io.shisei.paging.PlannedReads;
import io.shisei.paging.Where;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import io.shisei.test.RowsRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class StoredResourcesTests {

    private static final String ACCOUNT = "123456789012";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlannedReads planned;

    private StoredResources resources;

    /** Every third is gone, every tenth in another region. */
    @BeforeEach
    void threeThousand() {
        resources = new StoredResources(jdbc, planned);
        Rows.account(jdbc, ACCOUNT);
        jdbc.sql("""
                        insert into resource (id, account_id, region, type, arn, name, tags, document, gaps, digest,
                                              first_seen_at, changed_at, gone_at)
                        select gen_random_uuid(), :account, case when n % 10 = 0 then 'us-east-1' else 'eu-west-1' end,
                               'AWS::S3::Bucket', 'arn:' || lpad(n::text, 4, '0'), 'data', '{}', '{}', '{}',
                               gen_random_uuid(), now(), now(), case when n % 3 = 0 then now() end
                        from generate_series(1, 3000) as n
                        """).param("account", ACCOUNT).update();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void listsEachOnceInTheOrderOfArns(boolean withGone) {
        var found = new ArrayList<String>();
        var token = (String) null;
        do {
            var page = resources.list(filter(withGone), new PageRequest(70, token));
            assertThat(page.total()).isEqualTo(new Page.Total(1000, Page.Total.Type.AT_LEAST));
            page.items().forEach(it -> found.add(it.arn()));
            token = page.nextPageToken();
        } while (token != null);
        assertThat(found).isEqualTo(arns(withGone));
    }

    private static List<String> arns(boolean withGone) {
        return IntStream.rangeClosed(1, 3000)
                .filter(n -> withGone || n % 3 != 0)
                .mapToObj("arn:%04d"::formatted)
                .toList();
    }

    @Test
    void readsNoMoreThanIsShownOfThoseThatAreGone() {
        assertThat(read(filter(true))).isLessThan(1001 + 3 * 10); // as many as are counted
    }

    @Test
    void readsNothingOfOtherRegions() {
        var filter = new ResourceFilter(Set.of(), Set.of("us-east-1"), Set.of("AWS::S3::Bucket"), false, null);
        assertThat(resources.list(filter, PageRequest.first(1000)).items()).hasSize(200);
        assertThat(read(filter)).isLessThan(200 + 3 * 10);
    }

    /** Those that few have are sorted, those that many have are met in order, at least at first: all find the same. */
    @ParameterizedTest
    @CsvSource({"false, 15000", "true, 15000", "false, 100", "true, 100", "false, 10", "true, 10"})
    void findsEachThatHasATextOnce(boolean withGone, int few) {
        Rows.account(jdbc, "100000000001");
        jdbc.sql("update resource set account_id = '100000000001' where arn like '%7'")
                .update();
        jdbc.sql("update resource set name = 'Unicorn-' || right(arn, 1) where arn ~ '[27]$'")
                .update();
        jdbc.sql("analyze resource").update();
        var search = new SearchedResources(planned.jdbc(), Where::new, " unicorn corn- ", withGone, few);
        var found = new ArrayList<String>();
        var token = (String) null;
        do {
            var page = search.page(new PageRequest(70, token));
            var total = page.total();
            assertThat(total.countsAll() ? total.count() == (withGone ? 600 : 400) : few < 15_000)
                    .isTrue();
            page.items().forEach(id -> found.add(place(id)));
            token = page.nextPageToken();
        } while (token != null);
        assertThat(found).hasSize(withGone ? 600 : 400).doesNotHaveDuplicates().isSorted();
    }

    private String place(UUID id) {
        var found = resources.find(id).orElseThrow();
        return found.accountId() + found.arn();
    }

    /** What comes late in its place is found after all, and what separates words is no matter of taste. */
    @Test
    void findsAWholePageThatIsNotMetSoon() {
        jdbc.sql("""
                        insert into resource
                        select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                            'name', case when n > 20000 then 'zebra-cr.1' else 'zebra.cr-1' end,
                            'arn', 'arn:aws:s3:::' || to_char(n, 'FM000000')))).*
                        from resource r cross join generate_series(1, 40000) as n where r.arn = 'arn:0007'
                        """).update();
        jdbc.sql("analyze resource").update();
        var filter = new ResourceFilter(Set.of(), Set.of("eu-west-1"), Set.of(), false, "a-cr.1");
        var page = resources.list(filter, PageRequest.first(3));
        assertThat(page.items())
                .extracting(StoredResource::arn)
                .containsExactly("arn:aws:s3:::020001", "arn:aws:s3:::020002", "arn:aws:s3:::020003");
        assertThat(page.total()).isEqualTo(Page.Total.exact(20_000));
    }

    @Test
    void findsNothingWithoutAnError() {
        var filter = new ResourceFilter(Set.of(), Set.of(), Set.of(), true, "horse");
        assertThat(resources.list(filter, PageRequest.first(10)))
                .isEqualTo(new Page<>(List.of(), null, Page.Total.exact(0)));
    }

    private long read(ResourceFilter filter) {
        RowsRead.asIfThereWereMany(jdbc, "resource");
        return RowsRead.of(jdbc, "resource", () -> resources.list(filter, PageRequest.first(9)));
    }

    private static ResourceFilter filter(boolean withGone) {
        return new ResourceFilter(Set.of(ACCOUNT), Set.of(), Set.of(), withGone, null);
    }
}
