package io.shisei.suppression;

import io.shisei.coverage.Place;
import io.shisei.database.JsonColumn;
import io.shisei.finding.rule.FindingMatch;
import io.shisei.finding.rule.RuleEffect;
import io.shisei.finding.rule.SuppressionRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** A rule as a row. */
@Table("suppression")
class StoredSuppression {

    private static final TypeReference<PlanDocument.Match> MATCH = new TypeReference<>() {};

    @Id
    private UUID id;

    private PGobject match;
    private String reason;
    private String owner;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant expiresAt;
    private @Nullable LocalDate reviewOn;
    private @Nullable String pendingBy;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;
    private @Nullable String changedBy;
    private boolean settled;
    private @Nullable String followedAccount;
    private @Nullable String followedRegion;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected StoredSuppression() {}

    /** @param pendingBy as in {@link #edit} */
    @SuppressWarnings("NullAway.Init") // edit() sets the rest
    StoredSuppression(UUID id, Suppression.Plan plan, @Nullable String pendingBy, String createdBy, Instant createdAt) {
        this.id = id;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        edit(plan, pendingBy, createdBy);
    }

    /** @param newPendingBy who wishes what has yet to be approved; null where nothing has */
    final void edit(Suppression.Plan plan, @Nullable String newPendingBy, String username) {
        this.match = JsonColumn.of(PlanDocument.Match.of(plan.match()));
        this.reason = plan.reason();
        this.owner = plan.owner();
        this.expiresAt = plan.expiresAt();
        this.reviewOn = plan.reviewOn();
        this.pendingBy = newPendingBy;
        changed(username);
    }

    void approve(String username) {
        this.pendingBy = null;
        changed(username);
    }

    /** @param username null where nobody ended it: it expired */
    void end(@Nullable String username, Instant at) {
        this.endedAt = at;
        this.endedBy = username;
        changed(username);
    }

    private void changed(@Nullable String username) {
        this.changedBy = username;
        this.settled = false;
        this.followedAccount = null;
        this.followedRegion = null;
    }

    void follow(Place place) {
        this.followedAccount = place.accountId();
        this.followedRegion = place.region();
    }

    void settle() {
        this.settled = true;
    }

    Suppression toSuppression() {
        var plan = new Suppression.Plan(match(), reason, owner, expiresAt, reviewOn);
        return new Suppression(
                id, plan, createdAt, createdBy, pendingBy, endedAt, endedBy, settled, Objects.requireNonNull(version));
    }

    SuppressionRule toRule() {
        return new SuppressionRule(id, match(), reason);
    }

    private FindingMatch match() {
        return JsonColumn.read(match, MATCH).toMatch();
    }

    /** Why it does not hide any more what it hid. */
    RuleEffect left() {
        if (endedAt == null) {
            return RuleEffect.EDITED;
        }
        return endedBy == null ? RuleEffect.EXPIRED : RuleEffect.ENDED;
    }

    UUID id() {
        return id;
    }

    /** Who wishes what has yet to be approved; null where nothing has. */
    @Nullable
    String pendingBy() {
        return pendingBy;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    boolean over() {
        return endedAt != null;
    }

    boolean hides() {
        return endedAt == null && pendingBy == null;
    }

    @Nullable
    String changedBy() {
        return changedBy;
    }

    /** Findings in places up to this one follow it already; null: in none. */
    @Nullable
    Place followed() {
        return followedAccount == null || followedRegion == null ? null : new Place(followedAccount, followedRegion);
    }
}
