package io.shisei.aws.service.iam;

import static io.shisei.aws.kind.Probe.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import io.shisei.aws.kind.Probe;
import io.shisei.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.UserDetail;

class IamTests {

    private static final String TYPE = "AWS::IAM::Policy";

    private final IamClient iam = Probe.stub(IamClient.class);
    private final Probe probe = new Probe(new Iam(), iam);

    @Test
    void listsCustomerManagedPoliciesPageByPage() {
        doAnswer(call -> {
                    GetAccountAuthorizationDetailsRequest request = call.getArgument(0);
                    assertThat(request.filter()).containsExactly(EntityType.LOCAL_MANAGED_POLICY);
                    return request.marker() == null ? page("next", "a", "{}") : page(null, "b", "{}");
                })
                .when(iam)
                .getAccountAuthorizationDetails(any(GetAccountAuthorizationDetailsRequest.class));
        assertThat(probe.read(TYPE).names()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void decodesTheDocumentOfEachVersion() {
        listed("%7B%22Action%22%3A%20%22ec2%3A%2A%22%2C%22a+b%22%3A%22%2B%22%7D");
        assertThat(document()).isEqualTo("{\"Action\": \"ec2:*\",\"a+b\":\"+\"}");
    }

    @Test
    void leavesAPlainDocumentAlone() {
        listed("{\"Resource\": \"100%25\"}");
        assertThat(document()).isEqualTo("{\"Resource\": \"100%25\"}");
    }

    @Test
    void aFailedListingIsTold() {
        doThrow(refused("AccessDenied"))
                .when(iam)
                .getAccountAuthorizationDetails(any(GetAccountAuthorizationDetailsRequest.class));
        assertThat(probe.read(TYPE).unlistedGap().summary())
                .isEqualTo("iam:GetAccountAuthorizationDetails AccessDenied");
    }

    @Test
    void aStrangeWordInTheReportIsAGapOfThatUserAlone() {
        reported("""
                ann,arn:aws:iam::111122223333:user/ann,2026-11-25T09:37:34+00:00,TRUE,maybe
                bob,arn:aws:iam::111122223333:user/bob,2026-11-25T09:37:34+00:00,true,false
                """);
        var read = probe.read("AWS::IAM::User", "CredentialReport");
        assertThat(read.names()).containsExactlyInAnyOrder("ann", "bob");
        assertThat(read.found())
                .filteredOn(user -> user.document().gaps().containsKey("CredentialReport"))
                .extracting(Resource::name)
                .containsExactly("ann");
    }

    @Test
    void theRowOfAUserWhoWasDeletedIsNotOfTheOneMadeAfterwards() {
        reported("""
                ann,arn:aws:iam::111122223333:user/ann,2026-11-25T09:37:33+00:00,true,true
                bob,arn:aws:iam::111122223333:user/bob,2026-11-25T09:37:34+00:00,true,true
                """);
        assertThat(probe.read("AWS::IAM::User", "CredentialReport").found())
                .allMatch(user -> user.document().gaps().isEmpty())
                .filteredOn(user ->
                        user.document().fields().get("CredentialReport") instanceof Map<?, ?> row && !row.isEmpty())
                .extracting(Resource::name)
                .containsExactly("bob");
    }

    private void reported(String rows) {
        doReturn(GetAccountAuthorizationDetailsResponse.builder()
                        .userDetailList(user("ann"), user("bob"))
                        .isTruncated(false)
                        .build())
                .when(iam)
                .getAccountAuthorizationDetails(any(GetAccountAuthorizationDetailsRequest.class));
        doReturn(GenerateCredentialReportResponse.builder()
                        .state(ReportStateType.COMPLETE)
                        .build())
                .when(iam)
                .generateCredentialReport();
        doReturn(GetCredentialReportResponse.builder()
                        .content(SdkBytes.fromUtf8String(
                                "user,arn,user_creation_time,password_enabled,mfa_active\n" + rows))
                        .build())
                .when(iam)
                .getCredentialReport();
    }

    private static UserDetail user(String name) {
        return UserDetail.builder()
                .userName(name)
                .arn("arn:aws:iam::111122223333:user/" + name)
                .createDate(Instant.parse("2026-11-25T09:37:34.600Z"))
                .build();
    }

    private Object document() {
        var versions = (List<?>) probe.read(TYPE).only().document().fields().get("PolicyVersionList");
        return ((Map<?, ?>) versions.getFirst()).get("Document");
    }

    private void listed(String document) {
        doReturn(page(null, "a", document))
                .when(iam)
                .getAccountAuthorizationDetails(any(GetAccountAuthorizationDetailsRequest.class));
    }

    private static GetAccountAuthorizationDetailsResponse page(String marker, String name, String document) {
        return GetAccountAuthorizationDetailsResponse.builder()
                .policies(policy -> policy.arn("arn:aws:iam::111122223333:policy/team/" + name)
                        .policyVersionList(version -> version.document(document)))
                .marker(marker)
                .isTruncated(marker != null)
                .build();
    }
}
