package io.shisei.sample;

import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Source;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.util.function.SingletonSupplier;

/** An account on each of a number of days, the last of which is the day it is loaded; read when it is first asked for. */
final class Recording {

    private record Told(Script.Head head, List<Snapshot> snapshots, Diary diary) {

        static Told of(Script script, ResourceTypes types) {
            var head = script.head();
            var diary = new Diary(script, types);
            var stage = new Stage(script, diary, types);
            var snapshots = IntStream.rangeClosed(1, head.days())
                    .mapToObj(day -> {
                        stage.turnTo(day);
                        return new Snapshot(head.regions(), head.controls(), stage.resources(), stage.denied());
                    })
                    .toList();
            return new Told(head, snapshots, diary);
        }
    }

    private final SingletonSupplier<Told> told;

    /** Each question throws {@link InconsistentRecording} when the script contradicts itself. */
    Recording(Supplier<Script> script, ResourceTypes types) {
        this.told = SingletonSupplier.of(() -> Told.of(script.get(), types));
    }

    private Told told() {
        return told.obtain();
    }

    private Script.Head head() {
        return told().head();
    }

    String name() {
        return head().name();
    }

    List<String> regions() {
        return head().regions();
    }

    int days() {
        return head().days();
    }

    /** The account as it stood on {@code day}, counted from 1. */
    Source asOf(int day) {
        return told().snapshots().get(day - 1);
    }

    /** What people decided about findings before {@code day} was read. */
    List<Decision> decisions(int day) {
        return told().diary().on(day).stream()
                .flatMap(event -> event.decided().stream())
                .toList();
    }

    /** The account as it stands. */
    Source today() {
        return asOf(days());
    }

    /** When {@code day} was read, for one who loads the recording at {@code loaded}: never later than that. */
    Instant at(int day, Instant loaded) {
        var last = loaded.atZone(head().zone()).with(head().time());
        if (last.toInstant().isAfter(loaded)) {
            last = last.minusDays(1);
        }
        return last.minusDays(days() - day).toInstant();
    }
}
