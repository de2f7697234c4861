package io.shisei.dashboard.account;

import io.shisei.account.Accounts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The selector of organizational units. */
@Component
public class OuChoice {
    private final Accounts accounts;

    OuChoice(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @param accounts how many are in it or in units below */
    public record Option(String path, int accounts, boolean chosen) {}

    /** The paths of the units that have accounts, and how many. */
    public Map<String, Integer> sizes() {
        var sizes = new TreeMap<String, Integer>();
        accounts.ous().forEach((ou, size) -> sizes.put(ou.path(), size));
        return sizes;
    }

    /** The units that have accounts, and those among {@code chosen} that have none any more. */
    public static List<Option> all(Collection<String> chosen, Map<String, Integer> sizes) {
        var all = new TreeMap<>(sizes);
        chosen.forEach(path -> all.putIfAbsent(path, 0));
        return all.entrySet().stream()
                .map(it -> new Option(it.getKey(), it.getValue(), chosen.contains(it.getKey())))
                .toList();
    }

    /** Those at {@code paths}, which may have no accounts any more, sorted. */
    public static List<Option> chosen(Collection<String> paths, Map<String, Integer> sizes) {
        return paths.stream()
                .distinct()
                .sorted()
                .map(path -> new Option(path, sizes.getOrDefault(path, 0), true))
                .toList();
    }
}
