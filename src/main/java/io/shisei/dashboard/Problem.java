package io.shisei.dashboard;

import io.shisei.account.AccessRefused;
import io.shisei.account.Registration.AlreadyWatched;
import io.shisei.account.Registration.UnknownRegion;
import io.shisei.control.Controls.InvalidSetting;
import io.shisei.finding.StaleFinding;
import io.shisei.refusal.Invalid;
import io.shisei.scan.ScanRefused;
import io.shisei.schedule.EmptyOu;
import io.shisei.schedule.InvalidCron;
import org.jspecify.annotations.Nullable;

/**
 * Why a form was not taken.
 *
 * @param code the message that says so in the reader's language
 * @param detail what the domain says, an argument of the message
 * @param field the field to be corrected; null: the form as a whole
 * @param link where to go on
 */
record Problem(
        String code,
        String detail,
        @Nullable String field,
        @Nullable String link) {
    static final String ATTRIBUTE = "problem";

    static Problem at(String field, String code) {
        return new Problem(code, "", field, null);
    }

    /** The problem that {@code thrown} stands for; rethrows what is none of the user's business. */
    static Problem of(RuntimeException thrown) {
        var detail = String.valueOf(thrown.getMessage());
        return switch (thrown) {
            case AccessRefused it -> new Problem("problem.access", detail, "roleArn", null);
            case AlreadyWatched it ->
                new Problem("problem.watched", it.accountId(), null, "/accounts#account-" + it.accountId());
            case UnknownRegion it -> new Problem("problem.region", detail, "regions", null);
            case InvalidCron it ->
                new Problem(
                        it.field().equals("blackouts") ? "problem.blackouts" : "problem.cron",
                        detail,
                        it.field(),
                        null);
            case EmptyOu it -> new Problem("problem.ou", it.others(), "ous", null);
            case ScanRefused.Running it -> new Problem("problem.running", detail, null, "/scans/" + it.scanId());
            case ScanRefused.Impossible it -> new Problem("problem.scan", detail, it.field(), null);
            case InvalidSetting it -> new Problem("problem.setting", detail, it.field(), null);
            case StaleFinding it -> new Problem("problem.stale", detail, null, null);
            case Invalid it -> of(it);
            case IllegalArgumentException it -> new Problem("problem.input", detail, null, null);
            default -> throw thrown;
        };
    }

    private static Problem of(Invalid it) {
        return switch (it.why()) {
            case TOO_LONG -> new Problem("problem.too-long", String.valueOf(it.most()), it.field(), null);
            case TOO_MANY -> new Problem("problem.too-many", String.valueOf(it.most()), it.field(), null);
            case EMPTY -> new Problem("problem.name", "", it.field(), null);
        };
    }

    /** The same, in a form that calls the field otherwise. */
    Problem in(String name) {
        return new Problem(code, detail, name, link);
    }

    public boolean concerns(String name) {
        return name.equals(field);
    }
}
