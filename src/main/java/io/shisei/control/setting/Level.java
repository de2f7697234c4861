package io.shisei.control.setting;

import io.shisei.account.Ou;
import io.shisei.control.ControlCode;
import io.shisei.refusal.Refusal;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a setting holds: in an account, in an organizational unit and all that lies in it, or (neither) everywhere. Sorts
 * the nearest to an account first.
 */
public record Level(@Nullable Ou ou, @Nullable String accountId) implements Comparable<Level> {

    public static final Level EVERYWHERE = new Level(null, null);

    private static final Comparator<Level> NEAREST_FIRST = Comparator.comparing(
                    Level::accountId, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(level -> level.ou() == null ? 0 : -level.ou().path().length())
            .thenComparing(Level::ou, Comparator.nullsLast(Comparator.naturalOrder()));

    /** @throws Refusal.Invalid when both are named */
    public Level {
        if (ou != null && accountId != null) {
            throw new Refusal.Invalid(ControlCode.TWO_LEVELS, "ou");
        }
    }

    /** @throws Refusal.Invalid when both are named, or the unit is not a path */
    public static Level of(@Nullable String ou, @Nullable String accountId) {
        return new Level(ou == null ? null : new Ou(ou), accountId);
    }

    /**
     * As {@link #toString} writes it; blank is everywhere.
     *
     * @throws Refusal.Invalid when it is a unit's and no path
     */
    public static Level parse(@Nullable String text) {
        var at = text == null ? "" : text.strip();
        if (at.isEmpty() || at.equals("*")) {
            return EVERYWHERE;
        }
        return at.startsWith("/") ? new Level(new Ou(at), null) : new Level(null, at);
    }

    /** Of the unit; null where it is none's. */
    public @Nullable String path() {
        return ou == null ? null : ou.path();
    }

    public boolean everywhere() {
        return ou == null && accountId == null;
    }

    /** Whether what is said here holds in an account, {@link Seat#NONE} being what holds where nothing else is said. */
    boolean holds(Seat seat) {
        if (accountId != null) {
            return accountId.equals(seat.accountId());
        }
        return ou == null || seat.ou() != null && ou.contains(seat.ou());
    }

    @Override
    public int compareTo(Level other) {
        return NEAREST_FIRST.compare(this, other);
    }

    /** The account, the path of the unit, or {@code *}. */
    @Override
    public String toString() {
        if (accountId != null) {
            return accountId;
        }
        return ou == null ? "*" : ou.path();
    }
}
