package io.shisei.sample;

import io.shisei.inventory.ResourceTypes;
import io.shisei.inventory.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plays a script day by day, and refuses what cannot be. */
final class Stage {

    private record Entrance(int day, Recorded recorded) {}

    private final Script script;
    private final ResourceTypes types;
    private final Map<String, Entrance> coming = new LinkedHashMap<>();
    private final Map<String, Recorded> present = new LinkedHashMap<>();
    private final Map<Integer, Day> diary = new TreeMap<>();
    private final List<Denial> denied = new ArrayList<>();

    Stage(Script script, ResourceTypes types) {
        this.script = script;
        this.types = types;
        script.inventories().forEach(this::announce);
        script.diary().forEach(this::enter);
    }

    private void announce(Inventory inventory) {
        var type = types.named(inventory.type())
                .orElseThrow(() -> new InconsistentRecording("unknown type " + inventory.type()));
        for (var entry : inventory.resources()) {
            var recorded = Recorded.of(entry, type);
            check(unitExists(recorded.unit()), entry.arn() + " is in " + recorded.unit() + ", which is not recorded");
            var day = entry.since() == null ? 1 : entry.since();
            check(dayExists(day), entry.arn() + " comes on day " + day + ", which there is not");
            check(coming.put(entry.arn(), new Entrance(day, recorded)) == null, entry.arn() + " is described twice");
        }
    }

    private void enter(Day day) {
        check(dayExists(day.day()), "the diary has a day " + day.day() + ", which there is not");
        check(diary.put(day.day(), day) == null, "the diary has day " + day.day() + " twice");
        for (var denial : day.denied()) {
            check(types.all().stream().anyMatch(denial::concerns), on(day) + denial.action() + " is not called");
            check(
                    denial.region() == null || unitExists(denial.region()),
                    on(day) + denial.region() + " is not recorded");
        }
    }

    private boolean unitExists(String unit) {
        return unit.equals(Scope.GLOBAL_REGION) || script.head().regions().contains(unit);
    }

    private boolean dayExists(int day) {
        return day >= 1 && day <= script.head().days();
    }

    /** Days come one after the other, from the first. */
    void turnTo(int number) {
        coming.values().removeIf(entrance -> {
            var here = entrance.day() == number;
            if (here) {
                present.put(entrance.recorded().resource().arn(), entrance.recorded());
            }
            return here;
        });
        denied.removeIf(denial -> denial.until() == null || denial.until() < number);
        var day = diary.get(number);
        if (day != null) {
            play(day);
        }
    }

    private void play(Day day) {
        day.set().forEach((arn, patch) -> {
            var changed = present.computeIfPresent(arn, (same, recorded) -> recorded.changed(patch));
            check(changed != null, on(day) + arn + " changes, but is not there");
        });
        day.remove().forEach(arn -> check(present.remove(arn) != null, on(day) + arn + " goes, but is not there"));
        denied.addAll(day.denied());
    }

    Collection<Recorded> resources() {
        return List.copyOf(present.values());
    }

    List<Denial> denied() {
        return List.copyOf(denied);
    }

    private static String on(Day day) {
        return "diary, day " + day.day() + ": ";
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new InconsistentRecording(problem);
        }
    }
}
