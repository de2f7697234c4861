/** When something recurs: cron expressions in a time zone, and the hours in which nothing starts. */
@NamedInterface("timetable")
@NullMarked
package io.shisei.schedule.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
