package io.shisei.aws.service.guardduty;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;

/** Amazon GuardDuty. */
@Component
public final class GuardDuty extends Service {

    public static final Api<GuardDutyClient> API =
            Api.of(GuardDutyClient.class, GuardDutyClient::builder, GuardDutyClient.serviceMetadata());

    public GuardDuty() {
        super("GuardDuty", Detectors.KIND);
    }
}
