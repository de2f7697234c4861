package io.shisei.finding;

import io.shisei.control.ControlId;
import io.shisei.paging.Page;
import io.shisei.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All findings, the one whose status changed last first. */
@Repository
public class Findings {

    public Page<Finding> list(FindingFilter filter, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    public Optional<Finding> find(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** The changes of a finding, newest first. */
    public List<Transition> history(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** What moved a control's line: changes of verdicts and records from {@code from} (inclusive) to {@code to}, newest first. */
    public List<Transition> movements(
            ControlId control, @Nullable String accountId, Instant from, Instant to, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes the workflow status, and keeps who did it and why.
     *
     * @param version the version that the caller saw
     * @throws StaleFinding when the finding was changed since
     * @throws java.util.NoSuchElementException when there is no such finding
     */
    public Finding changeWorkflow(UUID id, int version, WorkflowStatus to, @Nullable String note, String username) {
        throw new UnsupportedOperationException();
    }
}
