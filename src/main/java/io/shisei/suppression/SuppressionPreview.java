package io.shisei.suppression;

import io.shisei.finding.Finding;
import io.shisei.finding.sum.FailingPast;
import io.shisei.paging.Page;
import io.shisei.score.ScoreChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would do now, and what it would have done.
 *
 * @param findings those that it would hide: active ones that are not suppressed yet
 * @param scores of each standard over all accounts, without the rule and with it
 * @param past the failed ones that it would have hidden on each of the last {@value SuppressionPreviews#DAYS} days; null when
 *     too much happened to tell
 */
public record SuppressionPreview(Page<Finding> findings, List<ScoreChange> scores, FailingPast.@Nullable Past past) {}
