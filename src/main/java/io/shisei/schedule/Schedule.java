package io.shisei.schedule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recurring scan of some accounts, or of all. */
@Entity
public class Schedule {

    @Id
    private UUID id;

    private String name;
    private String cron;
    private String zone;
    private @Nullable List<String> accountIds;
    private boolean enabled;
    private Instant createdAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastRunAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Schedule() {}

    Schedule(UUID id, Plan plan, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.name = plan.name();
        this.cron = plan.cron().expression();
        this.zone = plan.cron().zone().getId();
        this.accountIds = plan.accountIds();
        this.enabled = plan.enabled();
    }

    /** What people decide about a schedule; {@code accountIds} null means every account. */
    public record Plan(String name, Cron cron, @Nullable List<String> accountIds, boolean enabled) {}

    void follow(Plan plan) {
        this.name = plan.name();
        this.cron = plan.cron().expression();
        this.zone = plan.cron().zone().getId();
        this.accountIds = plan.accountIds();
        this.enabled = plan.enabled();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Cron cron() {
        return Cron.parse(cron, zone);
    }

    public @Nullable List<String> accountIds() {
        return accountIds;
    }

    public boolean enabled() {
        return enabled;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant lastRunAt() {
        return lastRunAt;
    }
}
