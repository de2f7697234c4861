package io.shisei.score.circle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The score of a standard some days ago.
 *
 * @param days how many days ago
 * @param day the day at whose end it held; what moved since did so on later days
 * @param score null where there was none
 */
public record ScoreSince(int days, LocalDate day, @Nullable Integer score) {}
