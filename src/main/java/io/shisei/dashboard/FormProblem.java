package io.shisei.dashboard;

import io.shisei.account.AccountCode;
import io.shisei.finding.FindingCode;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Why a form was not taken.
 *
 * @param field the field to be corrected; null: the form as a whole
 * @param link where to go on
 */
public record FormProblem(
        Refusal refusal, @Nullable String field, @Nullable String link) {
    public static final String ATTRIBUTE = "problem";

    public static FormProblem of(Refusal refusal) {
        return new FormProblem(refusal, fieldOf(refusal), link(refusal));
    }

    /** Keeps the problem for the page that comes next. */
    public static void leave(RedirectAttributes flash, Refusal refusal) {
        flash.addFlashAttribute(ATTRIBUTE, of(refusal));
    }

    /** Keeps the problem, and what was typed, for the page that has the form. */
    public static void leave(RedirectAttributes flash, Refusal refusal, Object form) {
        leave(flash, refusal);
        flash.addFlashAttribute("form", form);
    }

    /** A field of a form takes all values of a list. */
    private static @Nullable String fieldOf(Refusal refusal) {
        var field = refusal.field();
        return field == null || !field.contains("/") ? field : field.substring(0, field.indexOf('/'));
    }

    private static @Nullable String link(Refusal refusal) {
        return switch (refusal.code()) {
            case AccountCode.ALREADY_WATCHED -> "/accounts/" + ((Refusal.Conflict) refusal).obstacle();
            case ScanCode.SCAN_RUNNING, ScanCode.RECHECK_DURING_SCAN ->
                "/scans/" + ((Refusal.Conflict) refusal).obstacle();
            case FindingCode.HIDDEN_BY_RULE -> "/suppressions/" + ((Refusal.Conflict) refusal).obstacle();
            default -> null;
        };
    }

    /** The same, in a form that calls the field otherwise. */
    public FormProblem in(String name) {
        return new FormProblem(refusal, name, link);
    }

    /** What is wrong, in the reader's language. */
    public String text(Locale reader) {
        return refusal.in(reader);
    }

    public boolean concerns(String name) {
        return name.equals(field);
    }
}
