package io.shisei.control;

import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of controls cannot be used; the message lists everything that is wrong, a line for each. */
public final class InvalidCatalogue extends RuntimeException {

    private final transient List<Problem> problems;

    public InvalidCatalogue(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "The catalogue of controls has problems:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What is wrong, each with file, line and column. */
    public List<String> messages() {
        return problems.stream().map(Problem::toString).toList();
    }
}
