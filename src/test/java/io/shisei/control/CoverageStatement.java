package io.shisei.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The standard's coverage as {@code docs/coverage.md} tells it. */
record CoverageStatement(Standard standard, List<Standing> standings) {

    String markdown() {
        return """
                # What is evaluated of FSBP

                Written from the catalogue by `CoverageStatementTests`; the service shows the same at `/standards/%s/coverage`, in both languages.

                The standard has %d controls today: %d are evaluated, %d are planned. AWS has taken %d others out of it; those in brackets
                are evaluated still, and count for no score.

                | service | evaluated | planned | retired |
                |---|---|---|---|
                %s

                ## Differences from AWS

                Where a verdict may differ from Security Hub's, and what was chosen where AWS's documentation leaves a point open:

                | control | difference |
                |---|---|
                %s
                """.formatted(
                        standard.id(),
                        standard.size(),
                        count(Standing.State.EVALUATED),
                        count(Standing.State.PLANNED),
                        count(Standing.State.RETIRED),
                        services(),
                        differences());
    }

    private long count(Standing.State state) {
        return standings.stream().filter(it -> it.state() == state).count();
    }

    private String services() {
        var services = new TreeMap<String, List<Standing>>(String.CASE_INSENSITIVE_ORDER);
        standings.forEach(it -> services.computeIfAbsent(it.id().service(), service -> new ArrayList<>())
                .add(it));
        return services.entrySet().stream()
                .map(service -> "| %s | %s | %s | %s |"
                        .formatted(
                                service.getKey(),
                                numbers(service.getValue(), it -> it.state() == Standing.State.EVALUATED),
                                numbers(service.getValue(), it -> it.state() == Standing.State.PLANNED),
                                numbers(service.getValue(), it -> it.state() == Standing.State.RETIRED)))
                .collect(Collectors.joining("\n"));
    }

    private static String numbers(List<Standing> of, Predicate<Standing> which) {
        return of.stream()
                .filter(which)
                .map(it -> {
                    var number = it.id().value().substring(it.id().service().length() + 1);
                    return it.retired() != null && it.judged() ? "(" + number + ")" : number;
                })
                .collect(Collectors.joining(", "));
    }

    /** Controls that differ in the same way share a row. */
    private String differences() {
        Map<Difference, List<String>> controls = new LinkedHashMap<>();
        standings.stream()
                .flatMap(it -> Stream.ofNullable(it.differs())
                        .map(differs -> Map.entry(differs, it.id().value())))
                .forEach(it -> controls.computeIfAbsent(it.getKey(), differs -> new ArrayList<>())
                        .add(it.getValue()));
        return controls.entrySet().stream()
                .map(row -> "| %s | %s%s |"
                        .formatted(
                                String.join(", ", row.getValue()),
                                row.getKey().text().en().replace("|", "\\|").replace("*", "\\*"),
                                row.getKey().source() == null
                                        ? ""
                                        : " [AWS](" + row.getKey().source() + ")"))
                .collect(Collectors.joining("\n"));
    }
}
