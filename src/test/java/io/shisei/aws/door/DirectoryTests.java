package io.shisei.aws.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.account.Identity;
import io.shisei.account.Ou;
import io.shisei.account.organization.OrganizationListing;
import io.shisei.account.organization.OrganizationListing.Member;
import io.shisei.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.*;

class DirectoryTests {

    private final Stub aws = new Stub();

    @Test
    void listsAccountsOfAllPagesWithTheirUnits() {
        aws.account("1", "r-1", "ACTIVE");
        aws.account("2", "ou-prod", "SUSPENDED");
        aws.account("3", "ou-odd", "ACTIVE");
        var listing = list();
        assertThat(listing.members())
                .containsExactly(
                        new Member("1", "account 1", "ACTIVE", Ou.ROOT),
                        new Member("2", "account 2", "SUSPENDED", new Ou("/Workloads/Prod")),
                        new Member("3", "account 3", "ACTIVE", new Ou("/a\\/b")));
        assertThat(listing.ous()).extracting(Ou::path).containsOnly("/", "/Workloads", "/Workloads/Prod", "/a\\/b");
    }

    @Test
    void looksUpAnAccountThatWasMovedMeanwhile() {
        aws.account("1", "ou-prod", "ACTIVE");
        aws.missing = "1";
        assertThat(list().members()).extracting(Member::ou).containsExactly(new Ou("/Workloads/Prod"));
    }

    @Test
    void neverAnswersAPart() {
        aws.account("1", "ou-gone", "ACTIVE");
        assertThatThrownBy(this::list).isInstanceOf(Refusal.Impossible.class).hasMessageContaining("Sync again");
    }

    @Test
    void saysWhatToDoWhenAnyCallIsDenied() {
        aws.fault = "AccessDeniedException";
        assertThatThrownBy(this::list)
                .isInstanceOf(Refusal.Impossible.class)
                .hasMessage("Tried organizations:ListAccounts in aws-global."
                        + " AWS answered AccessDeniedException: no. Use the management account, or a delegated"
                        + " administrator of AWS Organizations, and allow organizations:ListAccounts in the IAM"
                        + " policy of the identity being used.");
        aws.fault = "AWSOrganizationsNotInUseException";
        assertThatThrownBy(this::list).hasMessageContaining("an account that is in an organization");
    }

    private OrganizationListing list() {
        return new Directory(aws, Region.AWS_GLOBAL).list(new Identity("1", "aws"));
    }

    /** Answers one item a page, after an empty page. */
    private static final class Stub implements OrganizationsClient {

        private static final Map<String, List<String>> UNITS =
                Map.of("r-1", List.of("ou-work", "ou-odd"), "ou-work", List.of("ou-prod"));
        private static final Map<String, String> NAMES =
                Map.of("ou-work", "Workloads", "ou-prod", "Prod", "ou-odd", "a/b");

        private final List<Account> accounts = new java.util.ArrayList<>();
        private final Map<String, String> parents = new HashMap<>();
        private String missing = "";
        private String fault = "";

        void account(String id, String parent, String status) {
            accounts.add(
                    Account.builder().id(id).name("account " + id).state(status).build());
            parents.put(id, parent);
        }

        @Override
        public ListRootsResponse listRoots(ListRootsRequest request) {
            return request.nextToken() == null
                    ? ListRootsResponse.builder().nextToken("more").build()
                    : ListRootsResponse.builder()
                            .roots(root -> root.id("r-1").name("Root"))
                            .build();
        }

        @Override
        public ListAccountsResponse listAccounts(ListAccountsRequest request) {
            if (!fault.isEmpty()) {
                throw OrganizationsException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(fault)
                                .errorMessage("no")
                                .build())
                        .statusCode(400)
                        .build();
            }
            var page = page(request.nextToken());
            return ListAccountsResponse.builder()
                    .accounts(page < 0 ? List.of() : accounts.subList(page, page + 1))
                    .nextToken(page + 1 < accounts.size() ? String.valueOf(page + 1) : null)
                    .build();
        }

        private static int page(@Nullable String token) {
            return token == null ? -1 : Integer.parseInt(token);
        }

        @Override
        public ListAccountsForParentResponse listAccountsForParent(ListAccountsForParentRequest request) {
            return ListAccountsForParentResponse.builder()
                    .accounts(accounts.stream()
                            .filter(account -> !account.id().equals(missing))
                            .filter(account -> request.parentId().equals(parents.get(account.id())))
                            .toList())
                    .build();
        }

        @Override
        public ListOrganizationalUnitsForParentResponse listOrganizationalUnitsForParent(
                ListOrganizationalUnitsForParentRequest request) {
            return ListOrganizationalUnitsForParentResponse.builder()
                    .organizationalUnits(UNITS.getOrDefault(request.parentId(), List.of()).stream()
                            .map(id -> OrganizationalUnit.builder()
                                    .id(id)
                                    .name(NAMES.get(id))
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public ListParentsResponse listParents(ListParentsRequest request) {
            return ListParentsResponse.builder()
                    .parents(parent -> parent.id(parents.get(request.childId())))
                    .build();
        }

        @Override
        public String serviceName() {
            return "organizations";
        }

        @Override
        public void close() {}
    }
}
