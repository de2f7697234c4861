package io.shisei.control.mutation;

import java.util.ArrayList;
import java.util.List;

/** How the mutants of a control, or of several, fared. */
public final class Tally {

    private final String name;
    private final List<Survivor> survivors = new ArrayList<>();
    private int killed;
    private int refused;

    Tally(String name) {
        this.name = name;
    }

    /** All of them taken together. */
    public static Tally sum(String name, List<Tally> tallies) {
        var sum = new Tally(name);
        tallies.forEach(tally -> {
            sum.killed += tally.killed;
            sum.refused += tally.refused;
            sum.survivors.addAll(tally.survivors);
        });
        return sum;
    }

    void killed() {
        killed++;
    }

    void refused() {
        refused++;
    }

    void survived(Survivor survivor) {
        survivors.add(survivor);
    }

    public String name() {
        return name;
    }

    /** Those that an example noticed. */
    public int kills() {
        return killed;
    }

    /** Those that the compiler refused, as it would refuse a control. */
    public int refusals() {
        return refused;
    }

    public List<Survivor> survivors() {
        return survivors;
    }

    /** The share of the mutants that an example noticed, of those that compiled, in percent. */
    public double score() {
        var compiled = killed + survivors.size();
        return compiled == 0 ? 100 : 100.0 * killed / compiled;
    }
}
