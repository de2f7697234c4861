package io.shisei.api.problem;

import io.shisei.account.AccountCode;
import io.shisei.api.problem.Problem.Field;
import io.shisei.export.ExportCode;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import java.util.List;
import java.util.Locale;

/** What the API answers when a use case says no: one type for each kind of refusal, and some of their own. */
final class Refusals {

    private static final long EXPORT_SECONDS = 60;

    private Refusals() {}

    /** @param root what the field is a part of: {@code #} for the body, nothing for the query */
    static ProblemAnswer answer(Refusal refusal, String root, Locale reader) {
        var type = type(refusal);
        var detail = refusal.in(reader);
        var answer = ProblemAnswer.of(type, detail, errors(refusal, type, root, detail));
        return switch (type) {
            case SCAN_RUNNING -> answer.withScan("/api/v1/scans/" + ((Refusal.Conflict) refusal).obstacle());
            case TOO_MANY_EXPORTS -> answer.after(EXPORT_SECONDS);
            default -> answer;
        };
    }

    private static ProblemType type(Refusal refusal) {
        return switch (refusal.code()) {
            case AccountCode.ACCESS_REFUSED -> ProblemType.ACCESS_REFUSED;
            case AccountCode.ALREADY_WATCHED -> ProblemType.ALREADY_WATCHED;
            case AccountCode.SYNC_RUNNING -> ProblemType.SYNC_RUNNING;
            case ScanCode.SCAN_RUNNING, ScanCode.RECHECK_DURING_SCAN -> ProblemType.SCAN_RUNNING;
            case ExportCode.TOO_MANY_EXPORTS -> ProblemType.TOO_MANY_EXPORTS;
            default -> typeOfKind(refusal);
        };
    }

    private static ProblemType typeOfKind(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Impossible it -> ProblemType.IMPOSSIBLE;
            case Refusal.Invalid it -> ProblemType.MALFORMED;
            case Refusal.Unknown it -> ProblemType.NOT_FOUND;
            case Refusal.Conflict it -> ProblemType.CONCURRENT;
            case Refusal.Stale it -> ProblemType.STALE;
            case Refusal.Forbidden it -> ProblemType.FORBIDDEN;
        };
    }

    private static List<Field> errors(Refusal refusal, ProblemType type, String root, String detail) {
        var field = refusal.field();
        if (field != null) {
            return List.of(new Field(root.isEmpty() ? field : root + "/" + field, detail));
        }
        return type == ProblemType.IMPOSSIBLE ? List.of(new Field(root, detail)) : List.of();
    }
}
