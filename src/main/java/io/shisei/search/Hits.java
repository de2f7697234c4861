package io.shisei.search;

import io.shisei.account.Account;
import io.shisei.control.Control;
import io.shisei.inventory.search.FoundResource;
import java.util.List;
import java.util.stream.Stream;

/** What was found, the best of each kind first. */
public record Hits(List<Account> accounts, List<Control> controls, List<FoundResource> resources) {

    static final Hits NONE = new Hits(List.of(), List.of(), List.of());

    /** How many there are. */
    public int count() {
        return Stream.of(accounts, controls, resources).mapToInt(List::size).sum();
    }
}
