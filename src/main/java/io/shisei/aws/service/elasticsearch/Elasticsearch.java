package io.shisei.aws.service.elasticsearch;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticsearch.ElasticsearchClient;

/** Amazon OpenSearch Service by its older API, as which Security Hub knows Elasticsearch domains. */
@Component
public final class Elasticsearch extends Service {

    public static final Api<ElasticsearchClient> API =
            Api.of(ElasticsearchClient.class, ElasticsearchClient::builder, ElasticsearchClient.serviceMetadata());

    public Elasticsearch() {
        super("ES", Domains.KIND);
    }
}
