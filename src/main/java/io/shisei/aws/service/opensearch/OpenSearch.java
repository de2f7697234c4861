package io.shisei.aws.service.opensearch;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;

/** Amazon OpenSearch Service, as which Security Hub knows the domains that run OpenSearch. */
@Component
public final class OpenSearch extends Service {

    public static final Api<OpenSearchClient> API =
            Api.of(OpenSearchClient.class, OpenSearchClient::builder, OpenSearchClient.serviceMetadata());

    public OpenSearch() {
        super("Opensearch", Domains.KIND);
    }
}
