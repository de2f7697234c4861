package io.shisei.sample;

import io.shisei.account.Account;
import io.shisei.finding.Finding;
import io.shisei.finding.Findings;
import io.shisei.finding.workflow.Workflow;
import io.shisei.finding.workflow.WorkflowChange;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes the recorded decisions about findings again. */
@Component
class Decisions {

    private final Findings findings;
    private final Workflow workflow;

    Decisions(Findings findings, Workflow workflow) {
        this.findings = findings;
        this.workflow = workflow;
    }

    /**
     * Changes the workflow of the findings as of {@code at}. What is decided already is left alone, and so is what has no
     * finding, because its control is switched off.
     */
    void take(List<Decision> decisions, Account account, Instant at) {
        for (var decision : decisions) {
            findings.find(account.id(), decision.controlId(), decision.resource())
                    .filter(finding -> finding.workflowStatus() != decision.status())
                    .ifPresent(finding -> take(decision, finding, at));
        }
    }

    private void take(Decision decision, Finding finding, Instant at) {
        var change = WorkflowChange.to(decision.status(), decision.note());
        workflow.change(finding.id(), finding.version(), change, decision.by(), at);
    }
}
