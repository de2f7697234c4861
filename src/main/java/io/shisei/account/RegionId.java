package io.shisei.account;

import io.shisei.refusal.Limits;
import java.util.regex.Pattern;

/** How ids of AWS regions look. */
public final class RegionId {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d{1,2}");

    private RegionId() {}

    /** Whether {@code text} could be the id of a region, such as us-east-1; only AWS knows whether it is one. */
    public static boolean fits(String text) {
        // A pattern with groups that repeat takes stack for each repetition: the length comes first.
        return text.length() <= Limits.ID && FORM.matcher(text).matches();
    }
}
