package io.shisei.suppression.foreign;

import io.shisei.control.ControlId;
import io.shisei.yaml.YamlReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;

/** Which controls Prowler's checks stand for, as {@code prowler-checks.yaml} has it with its source. */
final class ProwlerChecks {

    private static final TypeReference<File> FILE = new TypeReference<>() {};

    private final SortedMap<String, Set<ControlId>> controls = new TreeMap<>();
    private final Map<ControlId, Set<String>> checks = new TreeMap<>();

    private ProwlerChecks(File file) {
        file.checks().forEach((check, ids) -> {
            var stood = ids.stream().map(ControlId::new).collect(Collectors.toCollection(TreeSet::new));
            controls.put(check, stood);
            stood.forEach(
                    id -> checks.computeIfAbsent(id, any -> new TreeSet<>()).add(check));
        });
    }

    private record File(String source, LocalDate date, Map<String, List<String>> checks) {}

    static ProwlerChecks shipped() {
        return new ProwlerChecks(YamlReader.read(new ClassPathResource("suppression/prowler-checks.yaml"), FILE));
    }

    /** The checks whose names hold what a mutelist names; Prowler looks for it as a regular expression. */
    Set<String> named(String name) {
        var prowlers = name.replaceFirst("^lambda", "awslambda").replaceFirst("\\.?\\*+$", "");
        return controls.keySet().stream()
                .filter(check -> check.contains(prowlers))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For which of the controls these checks are all that Prowler checks, and for which they are not. */
    Map<Boolean, Set<ControlId>> controls(Set<String> muted) {
        return muted.stream()
                .flatMap(check -> controls.getOrDefault(check, Set.of()).stream())
                .collect(Collectors.partitioningBy(
                        id -> muted.containsAll(checks.getOrDefault(id, Set.of())),
                        Collectors.toCollection(TreeSet::new)));
    }
}
