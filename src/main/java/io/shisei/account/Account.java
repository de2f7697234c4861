package io.shisei.account;

import io.shisei.account.OrganizationListing.Member;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An AWS account being watched. Its id is AWS's own, twelve digits. */
@Entity
public class Account {

    @Id
    private String id;

    private String name;

    @Column(name = "partition")
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
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** An account reached with {@code access}; {@code regions} null means all that are enabled for it. */
    public Account(Identity identity, String name, Access access, @Nullable List<String> regions, Instant createdAt) {
        this.id = identity.accountId();
        this.partition = identity.partition();
        this.name = name;
        this.roleArn = access.roleArn();
        this.externalId = access.externalId();
        this.regions = regions;
        this.createdAt = createdAt;
    }

    /** A member of the organization, about to {@link #join}. */
    Account(Identity identity, Member member, Instant createdAt) {
        this(identity, member.accountId(), Access.DEFAULT, null, createdAt);
        this.name = member.name().isBlank() ? member.accountId() : member.name();
        this.memberName = this.name;
        this.ownAccess = false;
        this.ownRegions = false;
        this.problem = "not tried yet";
    }

    /** An account that exists only as a recording. */
    public static Account recorded(String id, String name, List<String> regions, Instant createdAt) {
        var account = new Account(new Identity(id, "aws"), name, Access.DEFAULT, regions, createdAt);
        account.sample = true;
        return account;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    /** Uses an access that leads in, chosen for this account alone. A retired account is watched again. */
    public void reachWith(Access access) {
        this.roleArn = access.roleArn();
        this.externalId = access.externalId();
        this.ownAccess = true;
        this.problem = null;
        this.retiredAt = null;
    }

    /** Watches {@code chosen} regions from the next scan on; null: every enabled one. */
    public void watch(@Nullable List<String> chosen) {
        this.regions = chosen;
        this.ownRegions = true;
    }

    /** Is kept up to date by syncs from now on; answers whether its access is yet to be tried. */
    boolean join(Member member, OrganizationSettings settings, OrganizationListing listing) {
        if (name.equals(memberName) && !member.name().isBlank()) {
            name = member.name();
        }
        memberName = member.name();
        ou = member.ou().path();
        managed = true;
        if (!ownRegions) {
            regions = settings.regions();
        }
        var before = access();
        if (!ownAccess) {
            var access = settings.access(listing, member);
            roleArn = access.roleArn();
            externalId = access.externalId();
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

    void tried(@Nullable String newProblem) {
        problem = newProblem;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
    public String partition() {
        return partition;
    }

    public Access access() {
        return new Access(roleArn, externalId);
    }

    /** The chosen regions; empty when every enabled region is watched. */
    public Optional<List<String>> regions() {
        return Optional.ofNullable(regions);
    }

    /** Whether this is the recorded account that ships with the product. */
    public boolean sample() {
        return sample;
    }

    /** Whether syncs with the organization keep this account up to date. */
    public boolean managed() {
        return managed;
    }

    /** Where in the organization it is, or was when it was retired. */
    public Optional<Ou> ou() {
        return Optional.ofNullable(ou).map(Ou::new);
    }

    /** Whether its access was chosen for this account alone. */
    boolean ownAccess() {
        return ownAccess;
    }

    /** Why the last sync that tried could not enter it. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Since when it is not scanned any more. */
    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
