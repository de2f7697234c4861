package io.shisei.benchmark;

import io.shisei.database.embedded.Kills;
import java.nio.file.Files;

/** Counts what the embedded database loses when everything is killed while it writes. Ends with status 1 when it does. */
final class KillsBenchmark {

    private KillsBenchmark() {}

    public static void main(String... arguments) throws Exception {
        var settings = Settings.of(arguments);
        var data = Files.createTempDirectory("shisei-kills");
        var tally = new Kills(data, settings.number("seed", 1)).run(settings.number("kills", 20));
        Folders.delete(data);
        System.out.println("| embedded database, " + Machine.describe() + " | |\n|---|---|");
        System.out.println("| kills of all its processes and the writer's | " + tally.kills() + " |");
        System.out.println("| rows acknowledged | " + tally.acknowledged() + " |");
        System.out.println("| of these lost | " + tally.lost().size() + " |");
        System.exit(tally.lost().isEmpty() ? 0 : 1);
    }
}
