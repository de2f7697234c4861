package io.shisei.dashboard.finding;

import io.shisei.control.Evidence;
import io.shisei.finding.ComplianceStatus;
import io.shisei.finding.Finding;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a resource that fails: the parts that the control names as violations; where it names none, the values
 * that its sentence speaks of by the name of their field.
 */
final class Wrong {

    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_]+");

    private final Set<Object> violations;
    private final Set<String> spokenOf;

    private Wrong(Set<Object> violations, Set<String> spokenOf) {
        this.violations = violations;
        this.spokenOf = spokenOf;
    }

    static Wrong of(Finding finding, Evidence evidence) {
        if (finding.complianceStatus() != ComplianceStatus.FAILED) {
            return new Wrong(Set.of(), Set.of());
        }
        var violations = evidence.violations().stream().map(Wrong::plain).collect(Collectors.toSet());
        return new Wrong(
                violations, violations.isEmpty() ? fields(finding.reason().en()) : Set.of());
    }

    /** The words of a sentence that are no plain English: those with a capital letter inside. */
    private static Set<String> fields(String sentence) {
        return WORDS.matcher(sentence)
                .results()
                .map(it -> it.group())
                .filter(word -> word.chars().skip(1).anyMatch(Character::isUpperCase))
                .collect(Collectors.toCollection(HashSet::new));
    }

    boolean is(String name, @Nullable Object value) {
        var whole = !(value instanceof Map) && !(value instanceof List);
        return violations.contains(plain(value)) || whole && spokenOf.contains(name);
    }

    /** The violations that are no part of what was read, but were made of it. */
    List<Object> besides(Evidence evidence) {
        return evidence.violations().stream()
                .filter(it -> evidence.values().values().stream().noneMatch(value -> holds(value, plain(it))))
                .toList();
    }

    private static boolean holds(@Nullable Object value, Object wanted) {
        return plain(value).equals(wanted)
                || switch (value) {
                    case Map<?, ?> map -> map.values().stream().anyMatch(it -> holds(it, wanted));
                    case List<?> list -> list.stream().anyMatch(it -> holds(it, wanted));
                    case null -> false;
                    default -> false;
                };
    }

    /** The same for what is the same, however its numbers are kept and its fields sorted. */
    private static Object plain(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, Object>();
                map.forEach((key, inner) -> sorted.put(Objects.toString(key), plain(inner)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(Wrong::plain).toList();
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case null -> "null";
            default -> value.toString();
        };
    }
}
