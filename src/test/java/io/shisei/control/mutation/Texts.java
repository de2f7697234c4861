package io.shisei.control.mutation;

import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.ListOf;
import io.shisei.inventory.FieldType.MapOf;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import io.shisei.inventory.FieldType.Words;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What else a text might have been: another word of its enumeration, another number at its end, or one that is longer.
 * Which of these can stand in its place the compiler tells.
 *
 * @param enumerations those that the type's fields are of
 */
record Texts(Set<Words> enumerations) {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d{1,9})");

    static Texts of(Struct shape) {
        var words = new LinkedHashSet<Words>();
        gather(shape, new LinkedHashSet<>(), words);
        return new Texts(words);
    }

    Stream<String> others(String text) {
        var words = enumerations.stream()
                .filter(enumeration -> enumeration.known().contains(text))
                .flatMap(enumeration -> enumeration.known().stream()
                        .sorted()
                        .filter(word -> !word.equals(text))
                        .limit(1));
        return Stream.concat(words, spelling(text)).distinct();
    }

    private static Stream<String> spelling(String text) {
        var numbered = NUMBERED.matcher(text);
        if (!numbered.matches()) {
            return Stream.of(text + "~");
        }
        var number = Long.parseLong(numbered.group(2));
        return Stream.of(number + 1, number - 1).filter(other -> other >= 0).map(other -> numbered.group(1) + other);
    }

    private static void gather(FieldType type, Set<Struct> seen, Set<Words> words) {
        switch (type) {
            case Scalar ignored -> {}
            case Words found -> words.add(found);
            case ListOf list -> gather(list.element(), seen, words);
            case MapOf map -> {
                gather(map.key(), seen, words);
                gather(map.value(), seen, words);
            }
            case Struct struct -> {
                if (seen.add(struct)) {
                    struct.fields().values().forEach(field -> gather(field, seen, words));
                }
            }
        }
    }
}
