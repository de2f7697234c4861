package io.shisei.control.cel;

import java.util.List;

/** A condition does not compile. */
public final class FlawedCondition extends Exception {

    private final transient List<Flaw> flaws;

    FlawedCondition(List<Flaw> flaws) {
        super(flaws.toString());
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /**
     * One thing wrong with a clause.
     *
     * @param clause {@code applies}, {@code passes}, {@code violations} or the name of a definition
     * @param line from 1, within the clause
     * @param column from 1
     */
    public record Flaw(String clause, int line, int column, String message) {}
}
