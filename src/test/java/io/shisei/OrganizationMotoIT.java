package io.shisei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Accounts;
import io.shisei.account.Ou;
import io.shisei.account.Registration;
import io.shisei.account.organization.MemberRole;
import io.shisei.account.organization.OrganizationSettings;
import io.shisei.account.organization.Organizations;
import io.shisei.refusal.Refusal;
import io.shisei.test.ApplicationTest;
import io.shisei.test.Moto;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;

/** An organization in an emulated AWS, from its management account to the accounts being watched. */
@ApplicationTest
class OrganizationMotoIT {

    private static final OrganizationSettings SETTINGS = new OrganizationSettings(
            Access.DEFAULT, new MemberRole("arn:{partition}:iam::{accountId}:role/shisei", "x"), null, null, null);
    private static Moto moto;

    @Autowired
    Organizations organizations;

    @Autowired
    Accounts accounts;

    @Autowired
    Registration registration;

    private OrganizationsClient aws;

    @BeforeAll
    static void start() {
        moto = Moto.start();
    }

    @AfterAll
    static void stop() {
        if (moto != null) {
            moto.close();
        }
    }

    @BeforeEach
    void client() {
        moto.reset();
        aws = OrganizationsClient.builder().region(Region.AWS_GLOBAL).build();
    }

    @AfterEach
    void leaveNothing() {
        aws.close();
        organizations.find().ifPresent(followed -> organizations.forget());
        accounts.findAllByOrderByNameAscIdAsc().stream()
                .filter(account ->
                        account.name().startsWith("member") || account.name().equals("master"))
                .map(Account::id)
                .forEach(registration::delete);
    }

    @Test
    void picksUpNewMembersWithTheirUnitsAndRetiresThoseThatAreClosed() {
        aws.createOrganization(create -> create.featureSet("ALL"));
        var root = aws.listRoots().roots().getFirst().id();
        var work = unit(root, "Workloads");
        var prod = unit(work, "Prod");
        var members =
                IntStream.range(0, 30).mapToObj(i -> member("member " + i)).toList();
        aws.moveAccount(
                move -> move.accountId(members.getFirst()).sourceParentId(root).destinationParentId(prod));
        organizations.follow(SETTINGS);
        var first = organizations.sync();
        assertThat(first.found()).isEqualTo(31);
        assertThat(first.added()).isEqualTo(31);
        assertThat(first.problems()).isZero();
        assertThat(account(members.getFirst()).ou()).contains(new Ou("/Workloads/Prod"));
        assertThat(accounts.ous()).containsEntry(new Ou("/Workloads"), 1);
        assertThat(account(members.getFirst()).access())
                .isEqualTo(new Access("arn:aws:iam::" + members.getFirst() + ":role/shisei", "x"));
        aws.closeAccount(close -> close.accountId(members.getLast()));
        var added = member("member 30");
        var second = organizations.sync();
        assertThat(List.of(second.found(), second.added(), second.retired())).containsExactly(31, 1, 1);
        assertThat(account(members.getLast()).retiredAt()).isPresent();
        assertThat(account(added).retiredAt()).isEmpty();
    }

    @Test
    void saysThatThereIsNoOrganization() {
        assertThatThrownBy(() -> organizations.follow(SETTINGS))
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessageContaining("AWSOrganizationsNotInUseException")
                .hasMessageContaining("management account");
    }

    private String unit(String parent, String name) {
        return aws.createOrganizationalUnit(create -> create.parentId(parent).name(name))
                .organizationalUnit()
                .id();
    }

    private String member(String name) {
        return aws.createAccount(create -> create.accountName(name).email(name.replace(" ", "") + "@example.com"))
                .createAccountStatus()
                .accountId();
    }

    private Account account(String id) {
        return accounts.findById(id).orElseThrow();
    }
}
