package io.shisei.sample;

import static io.shisei.sample.InconsistentRecording.unless;

import io.shisei.inventory.ResourceTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plays a script day by day, and refuses what cannot be, or what nobody would notice. */
final class Stage {

    private record Entrance(int day, Recorded recorded) {}

    private final Script.Head head;
    private final ResourceTypes types;
    private final Diary diary;
    private final Map<String, Entrance> coming = new LinkedHashMap<>();
    private final Map<String, Recorded> present = new LinkedHashMap<>();
    private final List<Denial> denied = new ArrayList<>();

    Stage(Script script, Diary diary, ResourceTypes types) {
        this.head = script.head();
        this.types = types;
        this.diary = diary;
        script.inventories().forEach(this::announce);
    }

    private void announce(Inventory inventory) {
        var type = types.named(inventory.type())
                .orElseThrow(() -> new InconsistentRecording("unknown type " + inventory.type()));
        for (var entry : inventory.resources()) {
            var recorded = Recorded.of(entry, type);
            unless(
                    head.hasUnit(recorded.unit()),
                    entry.arn() + " is in " + recorded.unit() + ", which is not recorded");
            var day = entry.since() == null ? 1 : entry.since();
            var comes = entry.arn() + " comes on day " + day;
            unless(head.hasDay(day), comes + ", which there is not");
            unless(day == 1 || !diary.on(day).isEmpty(), comes + ", of which the diary tells nothing");
            unless(
                    coming.put(recorded.id(), new Entrance(day, recorded)) == null,
                    recorded.id() + " is described twice");
        }
    }

    /** Days come one after the other, from the first. */
    void turnTo(int number) {
        var came = coming.values().removeIf(entrance -> {
            var here = entrance.day() == number;
            if (here) {
                present.put(entrance.recorded().id(), entrance.recorded());
            }
            return here;
        });
        denied.removeIf(denial -> denial.until() == null || denial.until() < number);
        for (var day : diary.on(number)) {
            unless(came || !day.quiet(), day + ": nothing happens");
            play(day);
        }
    }

    private void play(Day day) {
        day.set().forEach((id, patch) -> change(day, id, patch));
        day.remove().forEach(id -> unless(present.remove(id) != null, day + ": " + id + " goes, but is not there"));
        day.decided()
                .forEach(decision -> unless(
                        present.containsKey(decision.resource()),
                        day + ": " + decision.resource() + " is decided on, but is not there"));
        day.denied()
                .forEach(denial -> unless(
                        present.values().stream().anyMatch(denial::touches),
                        day + ": " + denial.action() + " is refused, but nothing is there that it reads"));
        denied.addAll(day.denied());
    }

    private void change(Day day, String id, Map<String, Object> patch) {
        var before = present.get(id);
        if (before == null) {
            throw new InconsistentRecording(day + ": " + id + " changes, but is not there");
        }
        var after = before.changed(patch);
        for (var field : patch.keySet()) {
            unless(
                    !Objects.equals(before.field(field), after.field(field)),
                    day + ": " + field + " of " + id + " is set to what it is");
        }
        present.put(id, after);
    }

    Collection<Recorded> resources() {
        return List.copyOf(present.values());
    }

    List<Denial> denied() {
        return List.copyOf(denied);
    }
}
