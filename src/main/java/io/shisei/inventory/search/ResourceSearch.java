package io.shisei.inventory.search;

import io.shisei.database.Instants;
import io.shisei.paging.PlannedReads;
import io.shisei.paging.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds resources by ARN, by name, or by a part of the name or of the id in the ARN. */
@Repository
public class ResourceSearch {

    /** An index has all parts of three characters; of fewer only names that begin so are found. */
    private static final int PART = 3;

    private static final int MOST_WORDS = 8;

    private static final String ARN = "arn:";

    private static final String COLUMNS = "id, account_id, region, type, arn, name, gone_at";

    /** Each way is read as far as the list is long. */
    private static final String FIND = """
            select %1$s from (select distinct on (id) * from (%2$s) as found order by id, rank) as once
            order by rank, gone_at is not null, length(name), name, arn limit :most
            """;

    private static final String WAY = "(select *, %d as rank from resource %s limit :most)";

    /**
     * By the index of parts, however many have them: reading a table until a few are met takes longer where others come first.
     * What is materialized is planned as if all were read, and read as far as is asked for.
     */
    private static final String BY_PARTS = """
            (with parts as materialized (select * from resource %s) select *, 2 as rank from parts limit :most)""";

    private final JdbcClient jdbc;

    /** A plan for any text would read all resources. */
    ResourceSearch(PlannedReads planned) {
        this.jdbc = planned.jdbc();
    }

    /** The best first: those that are called so, whose names begin so, and in which all words are found. */
    public List<FoundResource> find(String text, int most) {
        return text.startsWith(ARN) ? byArn(text, most) : byName(text.toLowerCase(Locale.ROOT), most);
    }

    private List<FoundResource> byArn(String text, int most) {
        return jdbc.sql("select * from resource where arn like :arn order by gone_at is not null, arn limit :most")
                .param("arn", Where.literally(text) + "%")
                .param("most", most)
                .query(ResourceSearch::found)
                .list();
    }

    /** Parts are only looked for where beginnings are too few: an index that has all parts takes longer. */
    private List<FoundResource> byName(String text, int most) {
        var called = WAY.formatted(0, "where lower(name) = :text") + " union all "
                + WAY.formatted(1, "where lower(name) like :beginning");
        var found = byName(called, new Where(), text, most);
        if (found.size() == most || text.length() < PART) {
            return found;
        }
        var parts = parts(new Where(), "", text);
        return byName(called + " union all " + BY_PARTS.formatted(parts.where()), parts, text, most);
    }

    private List<FoundResource> byName(String ways, Where where, String text, int most) {
        return jdbc.sql(FIND.formatted(COLUMNS, ways))
                .params(where.parameters())
                .param("text", text)
                .param("beginning", Where.literally(text) + "%")
                .param("most", most)
                .query(ResourceSearch::found)
                .list();
    }

    /**
     * Demands of a list of resources what {@link #find} finds; no restriction when the text is blank.
     *
     * @param of whose columns are meant, with its dot; empty: those of the only table
     */
    public static Where restrict(Where where, String of, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return where;
        }
        var wanted = text.strip();
        return isArn(wanted)
                ? where.and(of + "arn like :arn_beginning", "arn_beginning", Where.literally(wanted) + "%")
                : parts(where, of, wanted.toLowerCase(Locale.ROOT));
    }

    /** Demands the same of a column that has what the function {@code searched} makes of an ARN and a name. */
    public static Where restrictSearched(String column, String text) {
        return words(new Where(), column, text.toLowerCase(Locale.ROOT));
    }

    /** Whether a text is the beginning of ARNs. */
    public static boolean isArn(String text) {
        return text.strip().startsWith(ARN);
    }

    /** The first rows in an order with its limit: by one index of what is there, and one of what is gone. */
    public static String first(String columns, Where where, boolean withGone, String order) {
        var from = "(select " + columns + " from resource" + where.where() + " and gone_at is ";
        var present = from + "null" + order + ")";
        return withGone ? present + " union all " + from + "not null" + order + ")" + order : present;
    }

    /** Whether an index finds what has the text: it has no parts of fewer characters, and ARNs have an order of their own. */
    public static boolean isByParts(String text) {
        return !isArn(text) && Stream.of(words(text)).anyMatch(word -> word.length() >= PART);
    }

    private static String[] words(String text) {
        return Stream.of(text.strip().split("\\s+")).limit(MOST_WORDS).toArray(String[]::new);
    }

    private static Where parts(Where where, String of, String text) {
        return words(where, "searched(%1$sarn, %1$sname)".formatted(of), text);
    }

    /** That each word of a text is found. */
    private static Where words(Where where, String searched, String text) {
        var words = words(text);
        for (var i = 0; i < words.length; i++) {
            where.and(searched + " like :word" + i, "word" + i, "%" + Where.literally(withLetters(words[i])) + "%");
        }
        return where;
    }

    /** As the function {@code searched} writes separators. */
    private static String withLetters(String word) {
        return word.replace('.', 'D')
                .replace('-', 'H')
                .replace('_', 'U')
                .replace('/', 'S')
                .replace(':', 'C');
    }

    private static FoundResource found(ResultSet row, int number) throws SQLException {
        return new FoundResource(
                row.getObject("id", UUID.class),
                row.getString("account_id"),
                row.getString("region"),
                row.getString("type"),
                row.getString("arn"),
                row.getString("name"),
                Instants.readOrNull(row, "gone_at"));
    }
}
