package io.shisei.dashboard;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The time zones that a form offers, the likely ones on top. */
public final class Zones {
    private static final List<String> FIRST = List.of("UTC", "Asia/Tokyo");

    private Zones() {}

    public static List<String> all() {
        var others = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .filter(id -> !FIRST.contains(id))
                .sorted();
        return Stream.concat(FIRST.stream(), others).toList();
    }
}
