package io.shisei.refusal;

import io.shisei.refusal.Refusal.Invalid;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How long each kind of text may be, in UTF-16 code units as Java and JavaScript count, and how many things there may be. */
public final class Limits {

    /** Of an account, a schedule, a token or a user. */
    public static final int NAME = 200;

    public static final int NOTE = 2000;

    /** What lists are searched for. */
    public static final int SEARCH = 500;

    /** Every minute, hour and day written out fits. */
    public static final int CRON = 500;

    public static final int ZONE = 64;

    /** Of ARNs; those of roles have 512 characters of path and 64 of name. */
    public static final int ARN = 2048;

    /** As {@code sts:AssumeRole} takes it. */
    public static final int EXTERNAL_ID = 1224;

    /** Of an organizational unit: AWS has five levels of names with 128 characters each, slashes among them escaped. */
    public static final int OU = 1300;

    /** Of the id of a region, of a control, of a type of resources and the like. */
    public static final int ID = 128;

    /** Of a tag, as AWS has it. */
    public static final int TAG_KEY = 128;

    public static final int TAG_VALUE = 256;

    /** That a resource may have, as AWS has it. */
    public static final int TAGS = 50;

    /** In a list that is a control's parameter. */
    public static final int VALUES = 1000;

    public static final int BLACKOUTS = 50;

    /** Of a page of ours, path and query. */
    public static final int ADDRESS = 4000;

    /** Findings that are picked one by one. */
    public static final int PICKED = 1000;

    private Limits() {}

    /** @throws Invalid when {@code value} is blank or has more than {@code most} characters */
    public static void text(String field, String value, int most) {
        if (value.isBlank()) {
            throw new Invalid(LimitCode.BLANK, field);
        }
        atMost(field, value, most);
    }

    /** @throws Invalid when {@code value} has more than {@code most} characters */
    public static void atMost(String field, @Nullable String value, int most) {
        if (value != null && value.length() > most) {
            throw new Invalid(LimitCode.TOO_LONG, field, most);
        }
    }

    /** @throws Invalid when there are more than {@code most} items */
    public static void atMost(String field, Collection<?> items, int most) {
        if (items.size() > most) {
            throw new Invalid(LimitCode.TOO_MANY, field, most);
        }
    }

    /** Of the alternatives of a filter: @throws Invalid when one is empty, as in {@code severity=HIGH,,} */
    public static void choices(String field, @Nullable Collection<?> values) {
        if (values == null) {
            return;
        }
        for (var value : values) {
            if (value == null || value.toString().isBlank()) {
                throw new Invalid(LimitCode.EMPTY_CHOICE, field);
            }
            atMost(field, value.toString(), ARN);
        }
    }
}
