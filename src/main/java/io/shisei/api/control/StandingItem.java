package io.shisei.api.control;

import io.shisei.api.Language;
import io.shisei.control.Severity;
import io.shisei.control.Standing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What becomes of one control of a standard here; {@code judged} tells whether one that is retired is judged still. */
@Schema(name = "ControlCoverage")
record StandingItem(
        String id,
        String service,
        String title,
        Severity severity,
        Standing.State state,
        boolean judged,
        @Nullable LocalDate retired,
        @Nullable DifferenceItem differs) {

    static StandingItem of(Standing standing, Language language) {
        return new StandingItem(
                standing.id().value(),
                standing.id().service(),
                language.of(standing.title()),
                standing.severity(),
                standing.state(),
                standing.judged(),
                standing.retired(),
                DifferenceItem.of(standing.differs(), language));
    }
}
