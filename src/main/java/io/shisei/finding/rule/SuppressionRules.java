package io.shisei.finding.rule;

import java.util.List;

/** The rules that hide findings, as those who change findings need them; kept by a module above. */
public interface SuppressionRules {

    /**
     * Those in force, the first to match a finding hides it. None begins or ends before the transaction ends. To be asked
     * before the locks of places are taken, since who begins or ends a rule does it in this order, too.
     */
    List<SuppressionRule> hold();
}
