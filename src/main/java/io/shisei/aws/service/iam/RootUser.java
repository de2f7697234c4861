package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Nothing;
import io.shisei.aws.kind.Site;
import io.shisei.aws.shape.Shapes;
import io.shisei.inventory.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** The root user of the account: what the account's summary says of its credentials, and its virtual MFA devices. */
final class RootUser {

    private static final String SUMMARY = "SummaryMap";

    private static final Ask<IamClient> DEVICES = Iam.API.ask("iam:ListVirtualMFADevices");

    private static final Listing<VirtualMFADevice> ASSIGNED = Listing.of(
            DEVICES,
            iam -> iam.listVirtualMFADevicesPaginator(request ->
                    request.assignmentStatus(AssignmentStatusType.ASSIGNED).maxItems(1000)),
            ListVirtualMfaDevicesResponse::virtualMFADevices);

    static final Kind<String, Nothing> KIND = Kind.single("AWS::IAM::RootUser")
            .part(SUMMARY, summary(), Iam.API.ask("iam:GetAccountSummary"), (iam, nothing) -> credentials(iam))
            .part(
                    "VirtualMFADevices",
                    Shapes.list(VirtualMFADevice.class),
                    List.of(DEVICES),
                    (site, account, nothing) -> devices(site))
            .global();

    private RootUser() {}

    private static FieldType summary() {
        return Objects.requireNonNull(
                Shapes.struct(GetAccountSummaryResponse.class).fields().get(SUMMARY));
    }

    /** The rest counts users, policies and so on, and quotas. */
    private static Map<String, Integer> credentials(IamClient iam) {
        return iam.getAccountSummary().summaryMapAsStrings().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("Account"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<VirtualMFADevice> devices(Site site) {
        return site.all(DEVICES, ASSIGNED).stream().filter(RootUser::isRoots).toList();
    }

    /** The user tells whose a device is; where AWS does not name one, the name that it gives to root's devices does. */
    private static boolean isRoots(VirtualMFADevice device) {
        return device.user() != null && device.user().arn() != null
                ? device.user().arn().endsWith(":root")
                : device.serialNumber().endsWith(":mfa/root-account-mfa-device");
    }
}
