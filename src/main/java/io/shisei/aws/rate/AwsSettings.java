package io.shisei.aws.rate;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * How hard AWS is asked.
 *
 * @param concurrency how many calls one account and region may have under way at once
 * @param accountConcurrency how many calls an account may have under way at once, over all its regions
 * @param share the percentage that we use of the requests that AWS allows
 * @param attemptTimeout how long one request may take
 * @param callTimeout how long one call may take, its retries and their pauses included
 * @param serviceTimeout how long the reading of a service in one account and region goes on without an answer
 * @param maxAttempts how often a call is tried before it counts as failed
 * @param rates what AWS allows: a file as {@code aws/rates.yaml}
 */
@ConfigurationProperties("shisei.aws")
public record AwsSettings(
        @DefaultValue("16") int concurrency,
        @DefaultValue("32") int accountConcurrency,
        @DefaultValue("50") int share,
        @DefaultValue("30s") Duration attemptTimeout,
        @DefaultValue("2m") Duration callTimeout,
        @DefaultValue("15m") Duration serviceTimeout,
        @DefaultValue("5") int maxAttempts,
        @DefaultValue("classpath:aws/rates.yaml") Resource rates) {

    public AwsSettings {
        if (concurrency < 1 || accountConcurrency < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "shisei.aws.concurrency, shisei.aws.account-concurrency and shisei.aws.max-attempts begin at 1");
        }
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("shisei.aws.share is a percentage from 1 to 100, not " + share);
        }
        if (!serviceTimeout.isPositive()) {
            throw new IllegalArgumentException("shisei.aws.service-timeout must be positive");
        }
        if (!attemptTimeout.isPositive() || callTimeout.compareTo(attemptTimeout) < 0) {
            throw new IllegalArgumentException(
                    "shisei.aws.attempt-timeout must be positive and not longer than shisei.aws.call-timeout");
        }
    }

    /** How long a client waits for a call, and how often it tries again. */
    public ClientOverrideConfiguration.Builder patience() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                        .maxAttempts(maxAttempts)
                        .build())
                .apiCallAttemptTimeout(attemptTimeout)
                .apiCallTimeout(callTimeout);
    }
}
