package io.shisei.control.catalogue;

import io.shisei.control.InvalidCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong with the catalogue, gathered to be reported together. */
public final class FileProblems {

    private static final Comparator<FileProblem> ORDER = Comparator.comparing(FileProblem::file)
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final List<FileProblem> all = new ArrayList<>();

    void add(String file, Yaml.Place place, String message) {
        all.add(new FileProblem(file, place, message));
    }

    int count() {
        return all.size();
    }

    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new InvalidCatalogue(all.stream().sorted(ORDER).toList());
        }
    }
}
