package io.shisei.database.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at start what is wrong with the database, without a stack trace. */
final class UnusableAnalyzer extends AbstractFailureAnalyzer<Unusable> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Unusable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
