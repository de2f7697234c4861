package io.shisei.database.embedded;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What PostgreSQL is told in {@code postgresql.auto.conf}, which outranks {@code postgresql.conf}: all else may be tuned
 * there.
 */
final class Configuration {

    // A commit that was answered survives a loss of power. Statements are not logged: they hold what users write.
    private static final String FIXED = """
            fsync=on
            synchronous_commit=on
            full_page_writes=on
            shared_buffers=128MB
            max_wal_size=512MB
            max_connections=100
            restart_after_crash=on
            password_encryption=scram-sha-256
            log_destination=stderr
            logging_collector=off
            log_line_prefix=
            log_min_messages=log
            log_min_error_statement=panic
            log_checkpoints=off
            """;

    private Configuration() {}

    static String text(ClusterAccess access) {
        return Stream.concat(access.settings().stream(), FIXED.lines())
                .map(line -> line.split("=", 2))
                .map(pair -> "%s = '%s'\n".formatted(pair[0], escape(pair[1])))
                .collect(Collectors.joining());
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\").replace("'", "''");
    }
}
