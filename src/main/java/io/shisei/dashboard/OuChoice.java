package io.shisei.dashboard;

import io.shisei.account.Accounts;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The selector of organizational units. */
@Component
class OuChoice {
    private final Accounts accounts;

    OuChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param accounts how many are in it or in units below */
    record Option(String path, int accounts, boolean chosen) {}

    /** The units that have accounts, and those among {@code chosen} that have none any more. */
    List<Option> of(Collection<String> chosen) {
        var sizes = new TreeMap<String, Integer>();
        accounts.ous().forEach((ou, size) -> sizes.put(ou.path(), size));
        chosen.forEach(path -> sizes.putIfAbsent(path, 0));
        return sizes.entrySet().stream()
                .map(it -> new Option(it.getKey(), it.getValue(), chosen.contains(it.getKey())))
                .toList();
    }

    List<Option> chosen(Collection<String> paths) {
        return paths.isEmpty()
                ? List.of()
                : of(paths).stream().filter(Option::chosen).toList();
    }
}
