package io.shisei.suppression.foreign;

import io.shisei.refusal.Refusal;

/** Why rules of other products cannot be taken, or not as they are. */
public enum ForeignCode implements Refusal.Code {
    NOT_YAML,
    /** Of several, all but the first would be lost. */
    SEVERAL_DOCUMENTS,
    ALIAS,
    NO_RULES,
    SWITCHED_OFF,
    DOES_NOT_SUPPRESS,
    OTHER_ACTIONS,
    /** What other rules do to the same findings would be lost. */
    OTHER_RULE,
    NAMES_NOTHING,
    UNKNOWN_CRITERION,
    UNKNOWN_COMPARISON,
    WHATEVER_IT_SAYS,
    UNKNOWN_KEY,
    UNKNOWN_CHECK,
    PART_OF_CONTROL,
    NOT_EVALUATED,
    NOT_A_PATTERN,
    TAGS_TOO_RICH,
    EXEMPTS_MORE,
    EXEMPTS_ALL,
    EXEMPTS_EARLIER,
    EXEMPTS_EXACTLY,
    GLOBAL_TOO
}
