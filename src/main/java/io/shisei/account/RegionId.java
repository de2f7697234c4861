package io.shisei.account;

import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How ids of AWS regions look. */
public final class RegionId {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d{1,2}");

    private RegionId() {}

    /**
     * The regions that somebody chose, each once; null means all.
     *
     * @throws Refusal.Invalid when none is chosen, or one cannot be a region
     */
    public static @Nullable List<String> chosen(@Nullable List<String> regions) {
        if (regions == null) {
            return null;
        }
        if (regions.isEmpty()) {
            throw new Refusal.Invalid(AccountCode.NO_REGION, "regions");
        }
        for (var i = 0; i < regions.size(); i++) {
            var region = String.valueOf(regions.get(i)); // JSON may have a null
            if (!fits(region)) {
                throw new Refusal.Invalid(AccountCode.NOT_A_REGION, "regions/" + i, region);
            }
        }
        return regions.stream().distinct().toList();
    }

    /** Whether {@code text} could be the id of a region, such as us-east-1; only AWS knows whether it is one. */
    public static boolean fits(String text) {
        // A pattern with groups that repeat takes stack for each repetition: the length comes first.
        return text.length() <= Limits.ID && FORM.matcher(text).matches();
    }
}
