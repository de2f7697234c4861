package io.shisei.control;

import io.shisei.control.catalogue.FileProblem;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue of controls cannot be used; the message lists everything that is wrong, a line for each. */
public final class InvalidCatalogue extends RuntimeException {

    private final transient List<FileProblem> problems;

    public InvalidCatalogue(List<FileProblem> problems) {
        super(problems.stream()
                .map(FileProblem::toString)
                .collect(Collectors.joining("\n  ", "The catalogue of controls has problems:\n  ", "")));
        this.problems = List.copyOf(problems);
    }

    public List<FileProblem> problems() {
        return problems;
    }

    /** What is wrong, each with file, line and column. */
    public List<String> messages() {
        return problems.stream().map(FileProblem::toString).toList();
    }
}
