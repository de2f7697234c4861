package io.shisei.refusal;

import tools.jackson.databind.json.JsonMapper;

/**
 * How a column keeps what was told. Apart from {@link Told}, which entities have: Spring Data follows all types that theirs
 * name when the jar is built, and cannot follow those of Jackson.
 */
final class ToldColumn {

    private static final JsonMapper JSON = new JsonMapper();

    private record Both(String en, String ja) {}

    private ToldColumn() {}

    static String written(Told told) {
        return told.en().equals(told.ja()) ? told.en() : JSON.writeValueAsString(new Both(told.en(), told.ja()));
    }

    static Told read(String kept) {
        if (!kept.startsWith("{\"en\":")) {
            return Told.same(kept);
        }
        var both = JSON.readValue(kept, Both.class);
        return new Told(both.en(), both.ja());
    }
}
