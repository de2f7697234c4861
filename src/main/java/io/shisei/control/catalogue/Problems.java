package io.shisei.control.catalogue;

import io.shisei.control.InvalidCatalogue;
import io.shisei.control.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that is wrong with the catalogue, gathered to be reported together. */
public final class Problems {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());

    private final List<Problem> all = new ArrayList<>();

    void add(String file, Yaml.Place place, String message) {
        all.add(new Problem(file, place, message));
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
