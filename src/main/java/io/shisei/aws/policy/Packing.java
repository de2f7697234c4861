package io.shisei.aws.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts statements into as few policies as hold them, in their order. */
final class Packing {

    private final String name;
    private final List<Policy> full = new ArrayList<>();
    private List<Statement> open = new ArrayList<>();

    private Packing(String name) {
        this.name = name;
    }

    /**
     * Policies called {@code name-1}, {@code name-2} and so on.
     *
     * @throws IllegalArgumentException when a statement alone is too long
     */
    static List<Policy> of(String name, List<Statement> statements) {
        var packing = new Packing(name);
        statements.forEach(packing::add);
        packing.close();
        return packing.full;
    }

    private void add(Statement statement) {
        var longer = Stream.concat(open.stream(), Stream.of(statement)).toList();
        if (fits(longer)) {
            open = longer;
            return;
        }
        close();
        open = List.of(statement);
        if (!fits(open)) {
            throw new IllegalArgumentException("no policy holds all of " + statement.sid());
        }
    }

    private static boolean fits(List<Statement> statements) {
        return new Policy("", statements).length() <= Policy.LONGEST;
    }

    private void close() {
        if (!open.isEmpty()) {
            full.add(new Policy(name + "-" + (full.size() + 1), open));
        }
    }
}
