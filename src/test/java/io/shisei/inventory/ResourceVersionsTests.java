package io.shisei.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.database.CopyIn;
import io.shisei.database.TemporaryTables;
import io.shisei.inventory.past.ResourceVersion;
import io.shisei.inventory.past.ResourceVersions;
import io.shisei.paging.PageRequest;
import io.shisei.test.DatabaseTest;
import io.shisei.test.Rows;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import({
    ReadResources.class,
    StagedResources.class,
    CopyIn.class,
    TemporaryTables.class,
    StoredResources.class,
    ResourceVersions.class,
    ResourceHistory.class,
    ResourceVersionsTests.OneType.class
})
class ResourceVersionsTests {

    private static final String ACCOUNT = "123456789012";
    private static final Instant MARCH = Instant.parse("2026-03-31T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-30T00:00:00Z");
    private static final Instant MAY = Instant.parse("2026-05-31T00:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-06-30T00:00:00Z");
    private static final ResourceType GROUP = new ResourceType(
            "AWS::EC2::SecurityGroup",
            "EC2",
            Set.of(Scope.REGIONAL),
            new FieldType.Struct("ec2.SecurityGroup", Map::of),
            List.of("ec2:DescribeSecurityGroups"),
            Map.of(),
            Set.of("Clock"));
    private static final Gap DENIED = new Gap("ec2:GetManagedPrefixListEntries", "AccessDenied", "request 17");

    @TestConfiguration
    static class OneType {
        @Bean
        ResourceTypes types() {
            return new ResourceTypes(List.of(GROUP));
        }
    }

    @Autowired
    StagedResources staged;

    @Autowired
    ReadResources read;

    @Autowired
    StoredResources resources;

    @Autowired
    ResourceVersions versions;

    @Autowired
    ResourceHistory history;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void anAccount() {
        Rows.account(jdbc, ACCOUNT);
    }

    @Test
    void tellsWhatChangedPlaceByPlace() {
        read(MARCH, open("10.0.0.0/8"));
        read(APRIL, open("0.0.0.0/0"));
        assertThat(told()).containsExactly("IpPermissions[0].IpRanges[0].CidrIp: 10.0.0.0/8 → 0.0.0.0/0", "first");
    }

    @Test
    void writesNothingWhenNothingChangesButWhatMovesByItself() {
        read(MARCH, Map.of("GroupId", "sg-1", "Clock", 1));
        read(APRIL, Map.of("GroupId", "sg-1", "Clock", 2));
        assertThat(told()).containsExactly("first");
        read(MAY, Map.of("GroupId", "sg-2", "Clock", 3));
        assertThat(told()).containsExactly("GroupId: sg-1 → sg-2", "first");
    }

    @Test
    void knowsTheDocumentOfEachMoment() {
        read(MARCH, open("10.0.0.0/8"));
        read(APRIL, open("0.0.0.0/0"));
        read(MAY, Map.of("GroupId", "sg-1"));
        assertThat(versions.at(group(), MARCH.minusSeconds(1))).isEmpty();
        assertThat(at(MARCH)).isEqualTo(open("10.0.0.0/8"));
        assertThat(at(APRIL.minusSeconds(1))).isEqualTo(open("10.0.0.0/8"));
        assertThat(at(APRIL)).isEqualTo(open("0.0.0.0/0"));
        assertThat(at(JUNE)).isEqualTo(Map.of("GroupId", "sg-1"));
        assertThat(versions.at(group(), MAY.minusSeconds(1)))
                .hasValueSatisfying(past -> assertThat(past.since()).isEqualTo(APRIL));
    }

    @Test
    void knowsNameAndTagsOfEachMoment() {
        read(MARCH, "old", Map.of("env", "test"), Map.of(), null);
        read(APRIL, "new", Map.of("env", "prod"), Map.of(), null);
        assertThat(told()).containsExactly("$name: old → new", "$tags.env: test → prod", "first");
        assertThat(versions.at(group(), MARCH)).hasValueSatisfying(past -> {
            assertThat(past.name()).isEqualTo("old");
            assertThat(past.tags()).isEqualTo(Map.of("env", "test"));
        });
    }

    @Test
    void takesNoGapForAChange() {
        read(MARCH, "group", Map.of(), Map.of("ManagedPrefixListEntries", Map.of("pl-1", List.of())), null);
        read(APRIL, "group", Map.of(), Map.of(), DENIED);
        assertThat(told())
                .containsExactly(
                        "$gaps.ManagedPrefixListEntries: null → ec2:GetManagedPrefixListEntries AccessDenied", "first");
        var newest = list().getFirst();
        assertThat(newest.unread()).containsExactly("ManagedPrefixListEntries");
        assertThat(versions.at(group(), MARCH))
                .hasValueSatisfying(past -> assertThat(past.document().gaps()).isEmpty());
        assertThat(versions.at(group(), APRIL))
                .hasValueSatisfying(
                        past -> assertThat(past.document().gaps()).containsEntry("ManagedPrefixListEntries", DENIED));
    }

    @Test
    void knowsWhenItWasNotThere() {
        read(MARCH, open("10.0.0.0/8"));
        goes(APRIL);
        assertThat(versions.at(group(), JUNE))
                .hasValueSatisfying(past -> assertThat(past.goneAt()).isEqualTo(APRIL));
        read(MAY, open("10.0.0.0/8"));
        assertThat(list().getFirst().goneAt()).isEqualTo(APRIL);
        assertThat(goneAt(APRIL.minusSeconds(1))).isNull();
        assertThat(goneAt(MAY.minusSeconds(1))).isEqualTo(APRIL);
        assertThat(goneAt(MAY)).isNull();
    }

    @Test
    void keepsTwoChangesOfOneMoment() {
        read(MARCH, Map.of("GroupId", "sg-1"));
        read(APRIL, Map.of("GroupId", "sg-2"));
        read(APRIL, Map.of("GroupId", "sg-3"));
        assertThat(told()).containsExactly("GroupId: sg-2 → sg-3", "GroupId: sg-1 → sg-2", "first");
        assertThat(at(MARCH)).isEqualTo(Map.of("GroupId", "sg-1"));
    }

    @Test
    void pagesWithoutLosingOrRepeatingAny() {
        read(MARCH, Map.of("GroupId", "sg-0"));
        for (int i = 1; i < 5; i++) {
            read(APRIL.plusSeconds(i / 2), Map.of("GroupId", "sg-" + i));
        }
        var found = new ArrayList<ResourceVersion>();
        @Nullable String token = null;
        do {
            var page = versions.list(group(), new PageRequest(2, token));
            assertThat(page.total().count()).isEqualTo(5);
            found.addAll(page.items());
            token = page.nextPageToken();
        } while (token != null);
        assertThat(found).isEqualTo(list()).doesNotHaveDuplicates().hasSize(5);
    }

    @Test
    void forgetsTheOldestFirstAndKnowsTheRest() {
        read(MARCH, Map.of("GroupId", "sg-1"));
        read(APRIL, Map.of("GroupId", "sg-2"));
        read(MAY, Map.of("GroupId", "sg-3"));
        assertThat(history.dropBefore(MAY)).isEqualTo(2);
        assertThat(told()).containsExactly("GroupId: sg-2 → sg-3", "first");
        assertThat(list().getLast().at()).isEqualTo(APRIL);
        assertThat(versions.at(group(), MARCH)).isEmpty();
        assertThat(at(APRIL)).isEqualTo(Map.of("GroupId", "sg-2"));
    }

    private static Map<String, Object> open(String range) {
        return Map.of("IpPermissions", List.of(Map.of("IpRanges", List.of(Map.of("CidrIp", range)))));
    }

    private List<ResourceVersion> list() {
        return versions.list(group(), PageRequest.first(100)).items();
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        for (var version : list()) {
            version.differences().forEach(it -> told.add(it.path() + ": " + it.before() + " → " + it.after()));
            if (version.first()) {
                told.add("first");
            }
        }
        return told;
    }

    private Map<String, Object> at(Instant moment) {
        return versions.at(group(), moment).orElseThrow().document().fields();
    }

    private @Nullable Instant goneAt(Instant moment) {
        return versions.at(group(), moment).orElseThrow().goneAt();
    }

    private StoredResource group() {
        var all = new ResourceFilter(Set.of(), Set.of(), Set.of(), true, null);
        return resources.list(all, PageRequest.first(1)).items().getFirst();
    }

    private void read(Instant at, Map<String, Object> fields) {
        read(at, "group", Map.of(), fields, null);
    }

    private void read(
            Instant at, String name, Map<String, String> tags, Map<String, Object> fields, @Nullable Gap gap) {
        var document = new Document(fields, gap == null ? Map.of() : Map.of("ManagedPrefixListEntries", gap));
        var group = new Resource("arn:aws:ec2:::security-group/sg-1", GROUP, name, tags, document);
        reconcile(at, ResourceRow.of(1, ResourceRow.id(ACCOUNT, "eu-west-1", group), 1, group));
    }

    private void goes(Instant at) {
        reconcile(at, "");
    }

    private void reconcile(Instant at, String row) {
        read.ensureMonth(at);
        staged.stage(new ByteArrayInputStream(row.getBytes(StandardCharsets.UTF_8)));
        read.keep(ACCOUNT, "eu-west-1", List.of(GROUP), List.of(), at);
        read.markGone(ACCOUNT, "eu-west-1", List.of(GROUP), null, at);
    }
}
