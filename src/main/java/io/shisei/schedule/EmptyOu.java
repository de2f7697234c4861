package io.shisei.schedule;

import io.shisei.account.Ou;
import java.util.Collection;
import java.util.stream.Collectors;

/** An organizational unit was chosen that no watched account is in: it is mistyped, or gone. */
public final class EmptyOu extends IllegalArgumentException {

    private final String others;

    EmptyOu(Ou ou, Collection<Ou> others) {
        this(ou, others.isEmpty() ? "-" : others.stream().map(Ou::path).collect(Collectors.joining(", ")));
    }

    private EmptyOu(Ou ou, String others) {
        super("no watched account is in the organizational unit '" + ou + "'; units with accounts: " + others);
        this.others = others;
    }

    /** The paths of the units that have accounts. */
    public String others() {
        return others;
    }
}
