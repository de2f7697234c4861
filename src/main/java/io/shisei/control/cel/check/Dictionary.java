package io.shisei.control.cel.check;

import io.shisei.inventory.FieldType.Words;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that AWS knows: those of the SDK, and newer ones.
 *
 * @param newer by the name of an enumeration, {@code ec2.InstanceStateName}, words that this SDK does not know yet
 */
public record Dictionary(Map<String, Set<String>> newer) {

    /** That of the SDK. */
    public static final Dictionary PLAIN = new Dictionary(Map.of());

    private static final int SHOWN = 12;

    public boolean knows(Words type, String word) {
        return type.known().contains(word)
                || newer.getOrDefault(type.name(), Set.of()).contains(word);
    }

    /** What to say of a word that is not known. */
    public String unknown(Words type, String word) {
        var all = new TreeSet<>(type.known());
        all.addAll(newer.getOrDefault(type.name(), Set.of()));
        return "'" + word + "' is not a word of " + type.name() + "; these are: "
                + String.join(", ", all.stream().limit(SHOWN).toList()) + (all.size() > SHOWN ? ", …" : "")
                + ". Correct it, or add it under 'newer' if AWS documents it";
    }
}
