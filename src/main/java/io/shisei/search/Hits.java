package io.shisei.search;

import io.shisei.account.Account;
import io.shisei.control.Control;
import io.shisei.inventory.search.FoundResource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was found, the best of each kind first. */
public record Hits(List<Account> accounts, List<Control> controls, List<FoundResource> resources) {

    static final Hits NONE = new Hits(List.of(), List.of(), List.of());

    /** Those whose id or ARN is this text. */
    public Hits called(@Nullable String id) {
        return new Hits(
                accounts.stream().filter(it -> it.id().equals(id)).toList(),
                controls.stream()
                        .filter(it -> it.id().value().equalsIgnoreCase(id))
                        .toList(),
                resources.stream().filter(it -> it.arn().equals(id)).toList());
    }

    /** How many there are. */
    public int count() {
        return Stream.of(accounts, controls, resources).mapToInt(List::size).sum();
    }
}
