package io.shisei.aws.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.inventory.Gap;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Docs/adr/0093: when a region is believed to lack something. */
class NotOfferedTests {

    private static final Ask<Ec2Client> GATEWAYS = Api.of(
                    Ec2Client.class, Ec2Client::builder, Ec2Client.serviceMetadata())
            .ask("ec2:DescribeTransitGateways");

    private final ArrayList<String> listed = new ArrayList<>();
    private final ArrayList<Gap> gaps = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "UnsupportedOperation, The functionality you requested is not available in this region., true",
        "UnsupportedOperation, Specifying Unlimited mode for an instance is not supported in this region., true",
        "UnsupportedOperationException, This feature isn't yet available in the current Region, true",
        "UnsupportedOperation, The operation is not supported., false",
        "UnsupportedOperation, The region us-east-7 is not valid, false",
        "UnsupportedOperation, '', false",
        "InvalidAction, The action DescribeTransitGateways is not valid for this web service., false",
        "AccessDenied, This is not available in this region, false",
        "OptInRequired, You are not subscribed to this service in this region, false"
    })
    void onlyWhatAwsSaysInSoManyWordsIsBelieved(String code, String message, boolean believed) {
        list(GATEWAYS.notEverywhere(), said(code, message));
        assertThat(gaps.isEmpty()).isEqualTo(believed);
    }

    @Test
    void whatAwsHasEverywhereIsNeverLacking() {
        list(GATEWAYS, said("UnsupportedOperation", "not available in this region"));
        assertThat(gaps).extracting(Gap::error).containsExactly("UnsupportedOperation");
    }

    @Test
    void aListingThatGaveSomethingIsNotEmpty() {
        var fault = said("UnsupportedOperation", "not available in this region");
        run(Listing.by(
                GATEWAYS.notEverywhere(),
                site -> Stream.of("a", "b").peek(each -> {
                    if (each.equals("b")) {
                        throw fault;
                    }
                })));
        assertThat(listed).containsExactly("a");
        assertThat(gaps).hasSize(1);
    }

    private void list(Ask<Ec2Client> ask, AwsServiceException fault) {
        run(Listing.<Ec2Client, String>by(ask, site -> {
            throw fault;
        }));
        assertThat(listed).isEmpty();
    }

    private void run(Listing<String> listing) {
        var site = new Site("111122223333", "aws", "eu-west-1", 1, new Memory(), (api, region) -> {
            throw new IllegalStateException("no client is needed");
        });
        listing.walk().run(site, listed::add, gaps::add);
    }

    private static AwsServiceException said(String code, String message) {
        return AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(400)
                .build();
    }
}
