package io.shisei.sample;

import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Source;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** An account on each of a number of days, the last of which is the day it is loaded. */
final class Recording {

    private final Script.Head head;
    private final List<Snapshot> snapshots;
    private final Diary diary;

    /** @throws InconsistentRecording when the script contradicts itself */
    Recording(Script script, ResourceTypes types) {
        this.head = script.head();
        this.diary = new Diary(script, types);
        var stage = new Stage(script, diary, types);
        this.snapshots = IntStream.rangeClosed(1, head.days())
                .mapToObj(day -> {
                    stage.turnTo(day);
                    return new Snapshot(head.regions(), head.controls(), stage.resources(), stage.denied());
                })
                .toList();
    }

    String name() {
        return head.name();
    }

    List<String> regions() {
        return head.regions();
    }

    int days() {
        return head.days();
    }

    /** The account as it stood on {@code day}, counted from 1. */
    Source asOf(int day) {
        return snapshots.get(day - 1);
    }

    /** What people decided about findings before {@code day} was read. */
    List<Decision> decisions(int day) {
        return diary.on(day).stream().flatMap(told -> told.decided().stream()).toList();
    }

    /** The account as it stands. */
    Source today() {
        return asOf(days());
    }

    /** When {@code day} was read, for one who loads the recording at {@code loaded}: never later than that. */
    Instant at(int day, Instant loaded) {
        var last = loaded.atZone(head.zone()).with(head.time());
        if (last.toInstant().isAfter(loaded)) {
            last = last.minusDays(1);
        }
        return last.minusDays(days() - day).toInstant();
    }
}
