package io.shisei.aws.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shisei.account.Access;
import io.shisei.account.Identity;
import io.shisei.aws.kind.FakeAws;
import io.shisei.aws.kind.FakeAws.Reply;
import io.shisei.refusal.Refusal;
import java.util.function.Function;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class FrontDoorTests {

    private static final Access ROLE = new Access("arn:aws:iam::111122223333:role/shisei", "secret");

    private final FrontDoor door = new FrontDoor();

    @Test
    void tellsAccountAndPartition() throws Exception {
        try (var aws = FakeAws.answering(request -> identity("aws-us-gov"))) {
            assertThat(door.identify(Access.DEFAULT)).isEqualTo(new Identity("111122223333", "aws-us-gov"));
        }
    }

    @Test
    void tellsTheRegionsThatAreEnabled() throws Exception {
        try (var aws = FakeAws.answering(request -> regions())) {
            assertThat(door.enabledRegions(Access.DEFAULT)).containsExactly("eu-west-1", "us-east-1");
        }
    }

    @Test
    void wrongKeysAreRefused() throws Exception {
        refused(request -> Reply.xmlError(403, "InvalidClientTokenId", "The token is invalid"), Access.DEFAULT)
                .hasMessage("Tried sts:GetCallerIdentity in us-east-1."
                        + " AWS answered InvalidClientTokenId: The token is invalid."
                        + " Check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; accounts in China and GovCloud"
                        + " also need AWS_REGION to be one of theirs.");
    }

    @Test
    void aRoleThatCannotBeAssumedIsRefused() throws Exception {
        refused(request -> Reply.xmlError(403, "AccessDenied", "not authorized"), ROLE)
                .hasMessageStartingWith("Tried sts:AssumeRole of arn:aws:iam::111122223333:role/shisei"
                        + " with the external id given in us-east-1. AWS answered AccessDenied: not authorized.")
                .hasMessageContaining("trust policy");
    }

    @Test
    void missingPermissionsAreNamed() throws Exception {
        try (var aws = FakeAws.answering(
                request -> Reply.xml(
                        403,
                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>No.</Message></Error></Errors></Response>"))) {
            assertThatThrownBy(() -> door.enabledRegions(Access.DEFAULT))
                    .isInstanceOf(Refusal.Impossible.class)
                    .hasMessageContaining("AWS answered UnauthorizedOperation: No. Allow ec2:DescribeRegions");
        }
    }

    @Test
    void anEndpointThatIsNotThereIsRefused() throws Exception {
        try (var aws = FakeAws.answering(request -> identity("aws"))) {
            System.setProperty("aws.endpointUrl", "http://127.0.0.1:9");
            assertThatThrownBy(() -> door.identify(Access.DEFAULT))
                    .isInstanceOf(Refusal.Impossible.class)
                    .hasMessageContaining("AWS could not be reached")
                    .hasMessageContaining("AWS_ENDPOINT_URL");
        }
    }

    @Test
    void missingCredentialsAreRefused() throws Exception {
        try (var aws = FakeAws.answering(request -> identity("aws"))) {
            System.clearProperty("aws.accessKeyId");
            System.setProperty("aws.disableEc2Metadata", "true");
            System.setProperty("aws.sharedCredentialsFile", "/nowhere");
            System.setProperty("aws.configFile", "/nowhere");
            assertThatThrownBy(() -> door.identify(Access.DEFAULT))
                    .isInstanceOf(Refusal.Impossible.class)
                    .hasMessageContaining("No credentials were found. Give the service AWS_ACCESS_KEY_ID");
        } finally {
            System.clearProperty("aws.disableEc2Metadata");
            System.clearProperty("aws.sharedCredentialsFile");
            System.clearProperty("aws.configFile");
        }
    }

    private AbstractThrowableAssert<?, ?> refused(Function<String, Reply> answers, Access access) throws Exception {
        try (var aws = FakeAws.answering(answers)) {
            return assertThatThrownBy(() -> door.identify(access)).isInstanceOf(Refusal.Impossible.class);
        }
    }

    private static Reply identity(String partition) {
        return Reply.xml(200, """
                <GetCallerIdentityResponse><GetCallerIdentityResult>
                <Arn>arn:%s:iam::111122223333:user/x</Arn><UserId>x</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""".formatted(partition));
    }

    private static Reply regions() {
        return Reply.xml(200, """
                <DescribeRegionsResponse><regionInfo>
                <item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                <item><regionName>eu-west-1</regionName><optInStatus>opted-in</optInStatus></item>
                <item><regionName>ap-east-1</regionName><optInStatus>not-opted-in</optInStatus></item>
                <item><regionName>cn-north-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                </regionInfo></DescribeRegionsResponse>""");
    }
}
