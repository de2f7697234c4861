package io.shisei.control.catalogue;

import io.shisei.control.cel.check.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the words of enumerations that AWS documents and our SDK does not know yet. */
public final class NewerWords {

    private NewerWords() {}

    public static Dictionary read(Section file) {
        var newer = new HashMap<String, Set<String>>();
        file.entries("newer")
                .forEach((name, entry) ->
                        file.section(name, entry.value()).ifPresent(section -> newer.put(name, words(section))));
        return new Dictionary(Map.copyOf(newer));
    }

    private static Set<String> words(Section section) {
        section.allow(List.of("words", "source", "date"));
        new Facts(section).page("source");
        new Facts(section).date("date");
        return section.items("words").stream()
                .flatMap(item -> section.text("words", item).stream())
                .collect(Collectors.toSet());
    }
}
