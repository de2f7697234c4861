package io.shisei.api.control;

import io.shisei.api.Language;
import io.shisei.control.Difference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How a control differs from its publisher's; {@code source} is the page that the choice rests on, null where it is the control's own. */
@Schema(name = "Difference")
record DifferenceItem(String text, @Nullable URI source) {

    static @Nullable DifferenceItem of(@Nullable Difference difference, Language language) {
        return difference == null ? null : new DifferenceItem(language.of(difference.text()), difference.source());
    }
}
