package io.shisei.account;

import io.shisei.refusal.Told;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An account as a row. */
@Table("account")
class StoredAccount {

    @Id
    private String id;

    private String name;

    private String partition;

    private @Nullable String roleArn;

    private @Nullable String externalId;

    private @Nullable List<String> regions;

    private boolean sample;

    private Instant createdAt;

    private boolean managed;

    private @Nullable String ou;

    private @Nullable String memberName;

    private boolean ownAccess = true;

    private boolean ownRegions = true;

    private @Nullable String problem;

    private @Nullable Instant retiredAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected StoredAccount() {}

    StoredAccount(Account account) {
        this.id = account.id();
        this.partition = account.partition();
        this.name = account.name();
        this.roleArn = account.access().roleArn();
        this.externalId = account.access().externalId();
        this.regions = account.regions().orElse(null);
        this.sample = account.sample();
        this.createdAt = account.createdAt();
    }

    /** A member of the organization, about to {@link #join}. */
    StoredAccount(Membership member, Instant createdAt) {
        this(new Account(member.identity(), member.identity().accountId(), Access.DEFAULT, null, createdAt));
        this.name = member.name().isBlank() ? id : member.name();
        this.memberName = this.name;
        this.ownAccess = false;
        this.ownRegions = false;
        this.problem = Told.of(AccountCode.NOT_TRIED_YET).kept();
    }

    /** Follows what was found possible. An access that leads in is its own from then on, and ends a retirement. */
    void apply(AccountChange change) {
        if (change.name() != null) {
            name = change.name();
        }
        if (change.ofAccess()) {
            reachWith(change.access(access()));
        }
        if (change.regions() != null) {
            regions = change.regions().orElse(null);
            ownRegions = true;
        }
    }

    private void reachWith(Access access) {
        roleArn = access.roleArn();
        externalId = access.externalId();
        ownAccess = true;
        problem = null;
        retiredAt = null;
    }

    /** Is kept up to date by syncs from now on; answers whether its access is yet to be tried. */
    boolean join(Membership member) {
        if (name.equals(memberName) && !member.name().isBlank()) {
            name = member.name();
        }
        memberName = member.name();
        ou = member.ou().path();
        managed = true;
        if (!ownRegions) {
            regions = member.regions();
        }
        var before = access();
        if (!ownAccess) {
            roleArn = member.access().roleArn();
            externalId = member.access().externalId();
        }
        var untried = problem != null || retiredAt != null || !before.equals(access());
        retiredAt = null;
        return untried;
    }

    /** Left the organization, but is watched on. */
    void release() {
        managed = false;
        ou = null;
        ownAccess = true;
        ownRegions = true;
    }

    /** Is not scanned any more; what was found in it stays. */
    void retire(Instant at) {
        retiredAt = at;
    }

    void tried(@Nullable Told newProblem) {
        problem = newProblem == null ? null : newProblem.kept();
    }

    Account toAccount() {
        return new Account(
                id,
                name,
                partition,
                access(),
                Optional.ofNullable(regions),
                sample,
                managed,
                Optional.ofNullable(ou).map(Ou::new),
                Optional.ofNullable(Told.read(problem)),
                Optional.ofNullable(retiredAt),
                createdAt);
    }

    /** All that a sync may change. */
    record State(
            Account account,
            boolean ownAccess,
            boolean ownRegions,
            @Nullable String memberName) {}

    State state() {
        return new State(toAccount(), ownAccess, ownRegions, memberName);
    }

    String id() {
        return id;
    }

    Access access() {
        return new Access(roleArn, externalId);
    }

    boolean sample() {
        return sample;
    }

    boolean managed() {
        return managed;
    }

    /** Whether its access was chosen for this account alone. */
    boolean ownAccess() {
        return ownAccess;
    }

    boolean troubled() {
        return problem != null;
    }

    boolean retired() {
        return retiredAt != null;
    }
}
