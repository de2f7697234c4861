package io.shisei.aws.service.iam;

import io.shisei.aws.kind.Ask;
import io.shisei.aws.kind.Site;
import io.shisei.inventory.FieldType;
import io.shisei.inventory.FieldType.Scalar;
import io.shisei.inventory.FieldType.Struct;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * The credential report of the account, which AWS makes anew at most every four hours: when which credential was used.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html">its columns</a>
 */
final class CredentialReport {

    private static final Ask<IamClient> GENERATE = Iam.API.ask("iam:GenerateCredentialReport");
    private static final Ask<IamClient> GET = Iam.API.ask("iam:GetCredentialReport");

    static final List<Ask<?>> ASKS = List.of(GENERATE, GET);

    /** What the report says where there is no value. */
    private static final Set<String> NO_VALUE = Set.of("N/A", "no_information", "not_supported", "");

    private static final String MADE = "user_creation_time";

    static final Struct SHAPE = new Struct("iam.CredentialReport", CredentialReport::columns);

    private CredentialReport() {}

    private static Map<String, FieldType> columns() {
        var columns = new LinkedHashMap<String, FieldType>();
        columns.put("user", Scalar.STRING);
        columns.put("arn", Scalar.STRING);
        columns.put(MADE, Scalar.TIMESTAMP);
        columns.put("password_enabled", Scalar.BOOL);
        columns.put("password_last_used", Scalar.TIMESTAMP);
        columns.put("password_last_changed", Scalar.TIMESTAMP);
        columns.put("mfa_active", Scalar.BOOL);
        for (var key : List.of("access_key_1", "access_key_2")) {
            columns.put(key + "_active", Scalar.BOOL);
            columns.put(key + "_last_rotated", Scalar.TIMESTAMP);
            columns.put(key + "_last_used_date", Scalar.TIMESTAMP);
        }
        return columns;
    }

    /** The row of a user; empty for one that is younger than the report. */
    static Map<String, Object> of(Site site, UserDetail user) {
        var row = typed(site.once(GET, () -> read(site)).getOrDefault(user.arn(), Map.of()));
        return isOfPredecessor(row, user) ? Map.of() : row;
    }

    /** A user who was deleted and made anew has the same ARN; until the next report, the row is that of the old one. */
    private static boolean isOfPredecessor(Map<String, Object> row, UserDetail user) {
        return row.get(MADE) instanceof String made
                && user.createDate() != null
                && Instant.parse(made).isBefore(user.createDate().truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, Map<String, String>> read(Site site) {
        var text = site.ask(GENERATE, IamClient::generateCredentialReport).state() == ReportStateType.COMPLETE
                ? site.ask(GET, IamClient::getCredentialReport).content().asUtf8String()
                : await(site);
        return CredentialRows.of(text)
                .collect(Collectors.toMap(row -> row.get("arn"), row -> row, (one, same) -> same));
    }

    /** AWS takes seconds to make a report; asked for a minute, it is not worth waiting for any longer. */
    private static String await(Site site) {
        for (int tries = 0; tries < 30; tries++) {
            site.pause(Duration.ofSeconds(2));
            if (site.ask(GENERATE, IamClient::generateCredentialReport).state() == ReportStateType.COMPLETE) {
                return site.ask(GET, IamClient::getCredentialReport).content().asUtf8String();
            }
        }
        throw site.unseen(GENERATE, "the report is not ready");
    }

    private static Map<String, Object> typed(Map<String, String> row) {
        var typed = new LinkedHashMap<String, Object>();
        row.forEach((column, value) -> {
            var type = SHAPE.fields().get(column);
            if (type != null && !NO_VALUE.contains(value)) {
                typed.put(column, value(type, value));
            }
        });
        return typed;
    }

    /** What the report does not say in the words that AWS documents is not taken for a no. */
    private static Object value(FieldType type, String value) {
        if (type == Scalar.TIMESTAMP) {
            return OffsetDateTime.parse(value).toInstant().toString();
        }
        return type == Scalar.BOOL ? truth(value) : value;
    }

    private static boolean truth(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + value + "' is neither true nor false");
        };
    }
}
