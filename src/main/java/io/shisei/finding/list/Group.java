package io.shisei.finding.list;

import io.shisei.paging.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a sorted list, which comes after the group with the next lower number.
 *
 * @param condition what its findings {@code f} have in common, in the words of the index that serves it
 * @param parameters of the condition
 * @param reading how it is sorted
 * @param unsettled whether all in it is unsettled
 */
record Group(int number, String condition, Map<String, Object> parameters, Reading reading, boolean unsettled) {

    static final String OPEN = "f.record_state = 'ACTIVE' and f.workflow_status <> 'SUPPRESSED'";

    static Group newest(int number, String condition) {
        return new Group(number, condition, Map.of(), Reading.NEWEST, false);
    }

    /** The newest of some controls, of which each has its place in an index. */
    static Group newest(int number, String condition, List<String> controls) {
        return new Group(
                number,
                condition,
                Map.of(Reading.CONTROLS, controls.toArray(String[]::new)),
                Reading.NEWEST_OF_CONTROLS,
                false);
    }

    /** The newest of some controls, which something else finds by an index. */
    static Group newestAmong(int number, String condition, List<String> controls) {
        return new Group(
                number,
                condition + " and f.control_id = any(:" + Reading.CONTROLS + number + ")",
                Map.of(Reading.CONTROLS + number, controls.toArray(String[]::new)),
                Reading.NEWEST,
                false);
    }

    /** The same, of which all is unsettled. */
    Group allUnsettled() {
        return new Group(number, condition, parameters, reading, true);
    }

    Group with(Map<String, Object> more) {
        var all = new HashMap<>(parameters);
        all.putAll(more);
        return new Group(number, condition, all, reading, unsettled);
    }

    /** Whether a list goes on in it, or comes to it, after a place of this key; null: the list begins. */
    boolean isAhead(@Nullable List<String> key) {
        return key == null || number >= numberOf(key);
    }

    /** The first of the group after that place, at most so many, as {@code id} and {@code at}. */
    String first(Where where, @Nullable List<String> key, boolean inAccounts, String from, int limit) {
        if (key != null && number == numberOf(key)) {
            reading.after(where, key);
        }
        where.and(condition);
        where.parameters().putAll(parameters);
        return reading.sql(where, inAccounts, from, limit);
    }

    private static long numberOf(List<String> key) {
        return Long.parseLong(key.getFirst());
    }
}
