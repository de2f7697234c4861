package io.shisei.sample;

import static io.shisei.sample.InconsistentRecording.unless;

import io.shisei.inventory.ResourceTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened on each day, from all its chapters; refuses what cannot be, whatever the account looks like. */
final class Diary {

    private final Script.Head head;
    private final ResourceTypes types;
    private final Map<Integer, List<Day>> days = new TreeMap<>();

    Diary(Script script, ResourceTypes types) {
        this.head = script.head();
        this.types = types;
        script.diary().forEach(this::enter);
    }

    private void enter(Day day) {
        unless(head.hasDay(day.day()), "the diary has a day " + day.day() + ", which there is not");
        day.denied().forEach(denial -> check(denial, day));
        days.computeIfAbsent(day.day(), number -> new ArrayList<>()).add(day);
    }

    private void check(Denial denial, Day day) {
        var at = day + ": " + denial.action();
        unless(types.all().stream().anyMatch(denial::concerns), at + " is not called");
        unless(
                denial.region() == null || head.hasUnit(denial.region()),
                at + " in " + denial.region() + ", which is not recorded");
        unless(
                denial.until() == null || denial.until() > day.day() && head.hasDay(denial.until()),
                at + " until " + denial.until() + ": not a later day of the recording");
        unless(
                denial.resource() == null || types.all().stream().noneMatch(denial::hinders),
                at + " lists: it is refused for all resources or for none");
    }

    /** What happened on this day, one for each chapter that tells of it. */
    List<Day> on(int day) {
        return days.getOrDefault(day, List.of());
    }
}
