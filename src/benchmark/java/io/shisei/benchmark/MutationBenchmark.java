package io.shisei.benchmark;

import io.shisei.control.WrittenControl;
import io.shisei.control.cel.Conditions;
import io.shisei.control.mutation.Explanations;
import io.shisei.control.mutation.Survivor;
import io.shisei.control.mutation.Tally;
import io.shisei.control.mutation.Trial;
import java.io.IOException;
import java.util.List;

/** Changes each condition of the catalogue in one place after the other, and counts what no example notices. */
final class MutationBenchmark {

    private static final double DEMANDED = 95;
    private static final ThreadLocal<Conditions> COMPILER = ThreadLocal.withInitial(WrittenControl::compiler);

    private MutationBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var only = Settings.of(arguments).text("controls", "");
        var explanations = Explanations.read();
        var tallies = WrittenControl.shipped().parallelStream()
                .filter(control -> only.isEmpty() || List.of(only.split(",")).contains(control.id()))
                .map(control -> Trial.of(control, COMPILER.get()))
                .toList();
        var all = Tally.sum("all", tallies);
        table(tallies, all);
        var unexplained = all.survivors().stream()
                .filter(survivor -> explanations.of(survivor).isEmpty())
                .toList();
        all.survivors().forEach(survivor -> tell(survivor, explanations));
        var outdated = explanations.outdated(tallies);
        outdated.forEach(key -> System.out.println("explains nothing any more, remove it: " + key));
        System.out.printf(
                "%n%d survivors are not explained, %d explanations are outdated%n",
                unexplained.size(), outdated.size());
        System.exit(all.score() < DEMANDED || !unexplained.isEmpty() || !outdated.isEmpty() ? 1 : 0);
    }

    private static void table(List<Tally> tallies, Tally all) {
        System.out.println("| control | noticed | survived | refused by the compiler | score |");
        System.out.println("|---|---|---|---|---|");
        tallies.forEach(MutationBenchmark::row);
        row(all);
        System.out.println();
    }

    private static void row(Tally tally) {
        System.out.printf(
                "| %s | %,d | %,d | %,d | %.1f %% |%n",
                tally.name(), tally.kills(), tally.survivors().size(), tally.refusals(), tally.score());
    }

    private static void tell(Survivor survivor, Explanations explanations) {
        System.out.println(survivor);
        var sentence = explanations.of(survivor);
        if (!sentence.isEmpty()) {
            System.out.println("    " + sentence);
        }
    }
}
