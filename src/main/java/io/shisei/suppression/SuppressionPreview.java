package io.shisei.suppression;

import io.shisei.finding.Finding;
import io.shisei.paging.Page;
import io.shisei.score.ScoreChange;
import java.util.List;

/**
 * What a rule would do now.
 *
 * @param findings those that it would hide: active ones that are not suppressed yet
 * @param scores of each standard over all accounts, without the rule and with it
 */
public record SuppressionPreview(Page<Finding> findings, List<ScoreChange> scores) {}
