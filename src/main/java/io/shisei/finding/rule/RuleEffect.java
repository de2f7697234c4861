package io.shisei.finding.rule;

/** Why a rule changed a finding. */
public enum RuleEffect {
    /** The rule hides it; another one may have hidden it before. */
    HIDDEN,
    /** The resource was changed, and the rule does not mean it any more. */
    UNMATCHED,
    /** The rule was changed, and does not mean it any more, or waits for approval. */
    EDITED,
    /** Somebody ended the rule. */
    ENDED,
    /** The time of the rule was over. */
    EXPIRED
}
