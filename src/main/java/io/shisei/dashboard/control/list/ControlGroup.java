package io.shisei.dashboard.control.list;

import io.shisei.score.ControlStatus;
import io.shisei.score.StandardPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Controls that stand together; figures are of all of them, shown or not.
 *
 * @param failed controls, of those {@code judged}
 * @param findings that fail
 * @param score as of a standard; null when nothing is judged
 */
record ControlGroup(
        Label label,
        List<ControlRow> rows,
        int failed,
        int judged,
        long findings,
        @Nullable Integer score) {

    /** @param codes messages that name it, where {@code text} does not; without either the group has no head */
    record Label(@Nullable String text, List<String> codes) {
        public boolean isEmpty() {
            return text == null && codes.isEmpty();
        }
    }

    static ControlGroup of(Label label, List<ControlRow> rows, List<ControlRow> all) {
        var passed = count(all, ControlStatus.PASSED);
        var failed = count(all, ControlStatus.FAILED);
        var unknown = count(all, ControlStatus.UNKNOWN);
        return new ControlGroup(
                label,
                rows,
                failed,
                passed + failed + unknown,
                all.stream().mapToLong(row -> row.counts().failed()).sum(),
                StandardPoint.score(passed, failed, unknown));
    }

    private static int count(List<ControlRow> rows, ControlStatus status) {
        return (int) rows.stream().filter(row -> row.status() == status).count();
    }
}
