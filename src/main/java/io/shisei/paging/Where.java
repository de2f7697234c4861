package io.shisei.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The where clause of a list: conditions joined by {@code and}, with their named parameters. */
public final class Where {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<String> clauses = new ArrayList<>(List.of("true"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    public Where and(String clause) {
        clauses.add(clause);
        return this;
    }

    public Where and(String clause, String parameter, Object value) {
        parameters.put(parameter, value);
        return and(clause);
    }

    /** {@code column} is one of {@code values}; no restriction when there are none. Of one value an index keeps its order. */
    public Where in(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return this;
        }
        var name = column.replace('.', '_');
        return and(
                column + (values.size() == 1 ? " = (:" + name + "::text[])[1]" : " = any(:" + name + ")"),
                name,
                values.stream().map(Object::toString).toArray(String[]::new));
    }

    /** {@code column}, a text, is this; no restriction when it is null. */
    public Where equal(String column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var name = column.replace('.', '_');
        return and(column + " = :" + name, name, value.toString());
    }

    /** The text as a pattern that finds it and nothing else. */
    public static String literally(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /** The rows after the page's token; {@code clause} compares them with the parts of their sort key, so named. */
    public Where after(PageRequest page, String clause, KeyPart... parts) {
        var key = page.after(parts);
        if (key == null) {
            return this;
        }
        for (int i = 0; i < parts.length; i++) {
            parameters.put(parts[i].name(), key.get(i));
        }
        return and(clause);
    }

    /** How many rows of {@code from} there are. */
    public Page.Total count(JdbcClient jdbc, String from) {
        return sum(jdbc, "1", from);
    }

    /** How many items all rows of {@code from} have, of which each has at least one: as far as so many rows are read. */
    public Page.Total sum(JdbcClient jdbc, String items, String from) {
        var few = "select " + items + " as items from " + from + where() + " limit " + (Page.Total.COUNTED + 1);
        return jdbc.sql("select count(*) as rows, coalesce(sum(items), 0) as items from (" + few + ") as few")
                .params(parameters)
                .query((row, number) -> Page.Total.counted(row.getLong("rows"), row.getLong("items")))
                .single();
    }

    /** How many rows of {@code from} the planner expects, by what it knows of its columns: a guess, but at once. */
    public long expected(JdbcClient jdbc, String from) {
        var plan = jdbc.sql("explain (format json) select from " + from + where())
                .params(parameters)
                .query(String.class)
                .single();
        return MAPPER.readTree(plan).at("/0/Plan/Plan Rows").asLong();
    }

    public String where() {
        return " where " + condition();
    }

    /** All conditions as one, which may be a part of another. */
    public String condition() {
        return String.join(" and ", clauses);
    }

    public Map<String, Object> parameters() {
        return parameters;
    }
}
