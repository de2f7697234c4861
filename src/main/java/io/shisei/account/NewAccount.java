package io.shisei.account;

import io.shisei.refusal.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account that somebody wants to be watched.
 *
 * @param regions null: every enabled one
 */
public record NewAccount(
        String name, Access access, @Nullable List<String> regions) {

    /** @throws io.shisei.refusal.Refusal.Invalid when the name is blank or too long, or something cannot be a region */
    public NewAccount {
        Limits.text("name", name, Limits.NAME);
        regions = RegionId.chosen(regions);
    }
}
