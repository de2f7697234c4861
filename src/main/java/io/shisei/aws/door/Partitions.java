package io.shisei.aws.door;

import java.util.Optional;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Which regions stand for a whole partition. */
public final class Partitions {

    // Asked once: where nothing is configured, the chain waits for the instance metadata service.
    private static final SingletonSupplier<Optional<Region>> CONFIGURED = SingletonSupplier.of(Partitions::configured);

    private Partitions() {}

    /** The region from which an account of {@code partition} is entered: the configured one if it lies there. */
    public static Region home(String partition) {
        return CONFIGURED
                .obtain()
                .filter(region -> of(region.id()).equals(partition))
                .orElse(capital(partition));
    }

    /** The region from which we call without knowing the partition. */
    public static Region home() {
        return CONFIGURED.obtain().orElse(Region.US_EAST_1);
    }

    /** The SDK's name for services without regions; it has none in the European Sovereign Cloud. */
    public static Region global(String partition) {
        return partition.equals("aws-eusc") ? Region.EUSC_DE_EAST_1 : Region.of(partition + "-global");
    }

    /** The partition in which {@code region} lies. */
    public static String of(String region) {
        return PartitionMetadata.of(Region.of(region)).id();
    }

    /** {@code aws-cn} of {@code arn:aws-cn:iam::…}. */
    public static String ofArn(String arn) {
        return arn.split(":", 3)[1];
    }

    /** The region where the partition keeps what it has once, whatever region we are configured for. */
    public static Region capital(String partition) {
        return switch (partition) {
            case "aws-cn" -> Region.CN_NORTH_1;
            case "aws-us-gov" -> Region.US_GOV_WEST_1;
            case "aws-eusc" -> Region.EUSC_DE_EAST_1;
            default -> Region.US_EAST_1;
        };
    }

    private static Optional<Region> configured() {
        try {
            return Optional.ofNullable(new DefaultAwsRegionProviderChain().getRegion());
        } catch (SdkClientException none) {
            return Optional.empty();
        }
    }
}
