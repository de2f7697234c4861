package io.shisei.aws.service.cloudfront;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Pages;
import io.shisei.aws.kind.Site;
import io.shisei.aws.service.s3.S3;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The buckets that a distribution's S3 origins name, of whatever account, and whether there is such a bucket. */
final class OriginBuckets {

    static final Ask<S3Client> ASK = S3.API.ask("s3:ListBucket", "HeadBucket");

    static final Struct SHAPE = new Struct("cloudfront.OriginBucket", OriginBuckets::fields);

    /** What stands before S3's own part of the name of a host, which may have a region in it, or an older prefix. */
    private static final Pattern HOST =
            Pattern.compile("(?<bucket>.+)\\.s3([.-][a-z0-9-]+){0,2}\\.amazonaws\\.com(\\.cn)?");

    /**
     * Access points, also of several regions, by their own hosts or by aliases whose endings no bucket's name can have:
     * AWS does not say to count them.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3-mrap.html">Multi-Region
     *     Access Points as origins</a>
     */
    private static final Pattern ACCESS_POINT = Pattern.compile(
            ".+(-s3alias|--ol-s3)\\.s3[.-].+|.+\\.(s3-accesspoint|s3-object-lambda|accesspoint\\.s3-global)[.-].+");

    private OriginBuckets() {}

    private static Map<String, FieldType> fields() {
        return Map.of("OriginId", Scalar.STRING, "Bucket", Scalar.STRING, "Exists", Scalar.BOOL);
    }

    /** @param config null where the answer lacks it */
    static Object of(Site site, @Nullable DistributionConfig config) {
        Objects.requireNonNull(config, "the answer lacks the configuration");
        var origins = Pages.whole(config.origins().items()).stream()
                .filter(OriginBuckets::isBucket)
                .toList();
        return site.each(origins, origin -> bucket(site, origin));
    }

    /** AWS tells of each origin whether it is a bucket, custom or within a VPC; an emulator may leave it to the name. */
    private static boolean isBucket(Origin origin) {
        var named = bucket(origin.domainName());
        var isS3 = origin.s3OriginConfig() != null
                || origin.customOriginConfig() == null && origin.vpcOriginConfig() == null && named.isPresent();
        return isS3 && !ACCESS_POINT.matcher(lower(origin.domainName())).matches();
    }

    private static Map<String, Object> bucket(Site site, Origin origin) {
        var bucket = bucket(origin.domainName())
                .orElseThrow(() -> site.unseen(ASK, origin.domainName() + " names no bucket"));
        return Map.of("OriginId", origin.id(), "Bucket", bucket, "Exists", exists(site, bucket));
    }

    /** The bucket that the name of a host of S3 begins with. */
    static Optional<String> bucket(String host) {
        var named = HOST.matcher(lower(host));
        return named.matches() ? Optional.of(named.group("bucket")) : Optional.empty();
    }

    private static String lower(String host) {
        return host.toLowerCase(Locale.ROOT);
    }

    private static boolean exists(Site site, String bucket) {
        return site.once(List.of(ASK, bucket), () -> site.ask(ASK, s3 -> exists(s3, bucket)));
    }

    /**
     * S3 answers with success only for a bucket that exists, and else tells the region of one that does, whoever asks:
     * also of one that may not be looked at, or that lies in another region. What refuses without one is not S3's word.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">HeadBucket</a>
     */
    private static boolean exists(S3Client s3, String bucket) {
        try {
            s3.headBucket(request -> request.bucket(bucket));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() != 404 && !tellsRegion(refused)) {
                throw refused;
            }
            return refused.statusCode() != 404;
        }
    }

    private static boolean tellsRegion(S3Exception refused) {
        return Optional.ofNullable(refused.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(answer -> answer.firstMatchingHeader("x-amz-bucket-region"))
                .isPresent();
    }
}
