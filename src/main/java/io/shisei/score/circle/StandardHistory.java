package io.shisei.score.circle;

import io.shisei.score.StandardPoint;
import io.shisei.score.step.Step;
import java.util.List;

/**
 * How the score of a standard moved in a period, and why.
 *
 * @param points the oldest first
 * @param steps the newest first
 * @param since the score of some days ago, in the order in which it was asked for
 */
public record StandardHistory(List<StandardPoint> points, List<Step> steps, List<ScoreSince> since) {}
