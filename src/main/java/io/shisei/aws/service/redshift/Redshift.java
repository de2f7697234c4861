package io.shisei.aws.service.redshift;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.redshift.RedshiftClient;

/** Amazon Redshift. */
@Component
public final class Redshift extends Service {

    public static final Api<RedshiftClient> API =
            Api.of(RedshiftClient.class, RedshiftClient::builder, RedshiftClient.serviceMetadata());

    public Redshift() {
        super("Redshift", Clusters.KIND);
    }
}
