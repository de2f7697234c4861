package io.shisei.aws.door;

import io.shisei.account.Account;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Turnstile;
import io.shisei.comparison.AsffFields;
import io.shisei.comparison.fetch.HubDoor;
import io.shisei.comparison.fetch.UnreadRegion;
import io.shisei.comparison.fetch.UnreadRegion.Why;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.StringFilter;

/** Asks Security Hub for its findings, at no higher rate than scans ask for anything. */
@Component
public final class HubOffice implements HubDoor {

    /** The least that it takes. */
    public static final String ACTION = "securityhub:GetFindings";

    /** As many as AWS gives at once. */
    private static final int PAGE = 100;

    private static final String NOT_ENABLED = "InvalidAccessException";

    private final Governor governor;
    private final AwsSettings settings;

    HubOffice(Governor governor, AwsSettings settings) {
        this.governor = governor;
        this.settings = settings;
    }

    @Override
    public Optional<UnreadRegion> each(Account account, String region, Consumer<AsffFields> taker) {
        var manner = manner(account, region);
        var home = Partitions.home(account.partition());
        try (var http = ApacheHttpClient.create();
                var credentials = Credentials.of(account.access(), home, http, manner);
                var client = new Wiring(credentials.provider(), Region.of(region), http, manner)
                        .wire(SecurityHubClient.builder())
                        .build()) {
            client
                    .getFindingsPaginator(
                            ask -> ask.filters(standing(account.id())).maxResults(PAGE))
                    .stream()
                    .flatMap(page -> page.findings().stream())
                    .map(HubOffice::fields)
                    .forEach(taker);
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(unread(region, e));
        }
    }

    private static UnreadRegion unread(String region, SdkException fault) {
        var gap = SdkFaults.gap(ACTION, fault);
        var why = gap.error().equals(NOT_ENABLED) ? Why.NOT_ENABLED : gap.denied() ? Why.DENIED : Why.FAILED;
        return new UnreadRegion(region, why, gap.error(), gap.message());
    }

    /** Those of an administrator's members are asked of the members. */
    private static AwsSecurityFindingFilters standing(String accountId) {
        return AwsSecurityFindingFilters.builder()
                .awsAccountId(is("EQUALS", accountId))
                .recordState(is("EQUALS", "ACTIVE"))
                .generatorId(
                        is("PREFIX", "security-control/"), is("PREFIX", "aws-foundational-security-best-practices/"))
                .build();
    }

    private static StringFilter is(String comparison, String value) {
        return StringFilter.builder().comparison(comparison).value(value).build();
    }

    /** Many pages may come, as to a scan. */
    private ClientOverrideConfiguration manner(Account account, String region) {
        return settings.patience()
                .addExecutionInterceptor(new Turnstile(governor, account.id(), region, governor.ceiling(account.id())))
                .build();
    }

    private static AsffFields fields(AwsSecurityFinding finding) {
        var fields = new AsffFields();
        fields.add(AsffFields.ID, finding.id());
        fields.add(AsffFields.ACCOUNT, finding.awsAccountId());
        fields.add(AsffFields.PRODUCT, finding.productArn());
        fields.add(AsffFields.GENERATOR, finding.generatorId());
        fields.add(AsffFields.REGION, finding.region());
        fields.add(AsffFields.UPDATED_AT, finding.updatedAt());
        fields.add(AsffFields.RECORD_STATE, finding.recordStateAsString());
        var compliance = finding.compliance();
        if (compliance != null) {
            fields.add(AsffFields.CONTROL, compliance.securityControlId());
            fields.add(AsffFields.STATUS, compliance.statusAsString());
        }
        if (finding.workflow() != null) {
            fields.add(AsffFields.WORKFLOW, finding.workflow().statusAsString());
        }
        // The SDK's lists are empty where AWS sends none.
        finding.resources().forEach(resource -> {
            fields.add(AsffFields.RESOURCE, resource.id());
            fields.add(AsffFields.RESOURCE_REGION, resource.region());
        });
        return fields;
    }
}
