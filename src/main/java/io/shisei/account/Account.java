package io.shisei.account;

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

    /** An account that exists only as a recording. */
    public static Account recorded(String id, String name, List<String> regions, Instant createdAt) {
        var account = new Account(new Identity(id, "aws"), name, Access.DEFAULT, regions, createdAt);
        account.sample = true;
        return account;
    }

    public void rename(String newName) {
        this.name = newName;
    }

    public void reachWith(Access access) {
        this.roleArn = access.roleArn();
        this.externalId = access.externalId();
    }

    /** Watches {@code chosen} regions from the next scan on; null: every enabled one. */
    public void watch(@Nullable List<String> chosen) {
        this.regions = chosen;
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

    public Instant createdAt() {
        return createdAt;
    }
}
