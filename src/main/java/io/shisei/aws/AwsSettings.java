package io.shisei.aws;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard AWS is asked.
 *
 * @param concurrency how many calls one account and region may have under way at once
 * @param attemptTimeout how long one request may take
 * @param callTimeout how long one call may take, its retries and their pauses included
 * @param maxAttempts how often a call is tried before it counts as failed
 */
@ConfigurationProperties("shisei.aws")
record AwsSettings(
        @DefaultValue("16") int concurrency,
        @DefaultValue("30s") Duration attemptTimeout,
        @DefaultValue("2m") Duration callTimeout,
        @DefaultValue("5") int maxAttempts) {

    AwsSettings {
        if (concurrency < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException("shisei.aws.concurrency and shisei.aws.max-attempts begin at 1");
        }
        if (!attemptTimeout.isPositive() || callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException(
                    "shisei.aws.attempt-timeout must be positive and not longer than shisei.aws.call-timeout");
        }
    }
}
