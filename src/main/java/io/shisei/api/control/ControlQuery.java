package io.shisei.api.control;

import io.shisei.account.Circle;
import io.shisei.api.Known;
import io.shisei.control.Severity;
import io.shisei.refusal.Limits;
import io.shisei.score.ControlStatus;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The filters of the list of controls. All but two may be repeated: the values of one filter are alternatives. */
record ControlQuery(
        @Parameter(description = "Status and counts of this account; without it of all") @Nullable
        String accountId,

        @Parameter(
                description = "Status and counts of the accounts that are in an organizational unit now; not with"
                        + " `accountId`. `enabled` says whether a control is on in any of them, and `parameters` how"
                        + " they are where nothing else is said")
        @Nullable
        String ou,

        @Nullable Set<String> service,

        @Parameter(description = "Controls that count for the score of the standard") @Nullable
        Set<String> standardId,

        @Nullable Set<Severity> severity,
        @Nullable Set<ControlStatus> status,
        @Nullable Boolean enabled) {

    void check(Known known) {
        Limits.choices("service", service);
        Limits.choices("severity", severity);
        Limits.choices("status", status);
        known.checkServices(service == null ? Set.of() : service);
        known.checkStandards(standardId == null ? Set.of() : standardId);
    }

    Circle circle(Known known) {
        return known.circle(ou, accountId);
    }

    boolean wants(ControlItem control) {
        return (service == null || service.contains(control.service()))
                && (standardId == null || control.standards().stream().anyMatch(standardId::contains))
                && (severity == null || severity.contains(control.severity()))
                && (status == null || status.contains(control.status()))
                && (enabled == null || enabled == control.enabled());
    }
}
