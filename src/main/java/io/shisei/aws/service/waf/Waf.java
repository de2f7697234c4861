package io.shisei.aws.service.waf;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/** AWS WAF. */
@Component
public final class Waf extends Service {

    public static final Api<Wafv2Client> API =
            Api.of(Wafv2Client.class, Wafv2Client::builder, Wafv2Client.serviceMetadata());

    public Waf() {
        super("WAF", WebAcls.KIND);
    }
}
