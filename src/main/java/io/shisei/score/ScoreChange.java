package io.shisei.score;

import org.jspecify.annotations.Nullable;

/** The security score of a standard as it is, and as it would be; null where there is none. */
public record ScoreChange(
        String standardId, @Nullable Integer now, @Nullable Integer then) {}
