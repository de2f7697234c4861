package io.shisei.finding.workflow;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What changes findings at the wish of people, for tests of what lies beside it. */
@TestConfiguration
@Import({Workflow.class, ChangeBatches.class})
public class WorkflowParts {}
