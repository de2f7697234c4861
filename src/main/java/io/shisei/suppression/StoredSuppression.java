package io.shisei.suppression;

import io.shisei.control.ControlId;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.SuppressionRule;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A rule as a row. */
@Table("suppression")
class StoredSuppression {

    @Id
    private UUID id;

    private @Nullable List<String> controlIds;
    private @Nullable List<String> accountIds;
    private @Nullable List<String> regions;
    private @Nullable String resourcePattern;
    private @Nullable String tagKey;
    private @Nullable String tagValue;
    private String reason;
    private String owner;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant expiresAt;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private boolean settled;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected StoredSuppression() {}

    StoredSuppression(UUID id, Suppression.Plan plan, String createdBy, Instant createdAt) {
        var match = plan.match();
        var controls = match.controlIds();
        var tag = match.tag();
        this.id = id;
        this.controlIds = controls == null ? null : List.of(ControlId.texts(controls));
        this.accountIds = match.accountIds();
        this.regions = match.regions();
        this.resourcePattern = match.resourcePattern();
        this.tagKey = tag == null ? null : tag.key();
        this.tagValue = tag == null ? null : tag.value();
        this.reason = plan.reason();
        this.owner = plan.owner();
        this.expiresAt = plan.expiresAt();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** @param username null where nobody ended it: it expired */
    void end(@Nullable String username, Instant at) {
        this.endedAt = at;
        this.endedBy = username;
        this.settled = false;
    }

    void settle() {
        this.settled = true;
    }

    Suppression toSuppression() {
        var plan = new Suppression.Plan(match(), reason, owner, expiresAt);
        return new Suppression(
                id, plan, createdAt, createdBy, endedAt, endedBy, settled, Objects.requireNonNull(version));
    }

    SuppressionRule toRule() {
        return new SuppressionRule(id, match(), reason);
    }

    private FindingMatch match() {
        return new FindingMatch(
                ControlId.parse(controlIds),
                accountIds,
                regions,
                resourcePattern,
                tagKey == null ? null : new FindingMatch.Tag(tagKey, tagValue));
    }

    boolean over() {
        return endedAt != null;
    }
}
