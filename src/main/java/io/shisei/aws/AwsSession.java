package io.shisei.aws;

import io.shisei.account.Account;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.Source.Collected;
import io.shisei.inventory.Source.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/** One account in one region; its clients share connections, credentials and a ceiling of concurrent calls. */
final class AwsSession implements Session {

    private final String account;
    private final String partition;
    private final String region;
    private final Map<String, Collector> collectors;
    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-timer-", 0).factory());
    private final Governor governor;
    private final Ceiling ceiling;
    private final Credentials credentials;

    AwsSession(
            Account account,
            String region,
            Map<String, Collector> collectors,
            AwsSettings settings,
            Governor governor) {
        this.account = account.id();
        this.partition = account.partition();
        this.region = region;
        this.collectors = collectors;
        this.settings = settings;
        this.governor = governor;
        this.ceiling = governor.ceiling(this.account);
        this.http = ApacheHttpClient.builder()
                .maxConnections(settings.concurrency())
                .connectionAcquisitionTimeout(settings.attemptTimeout())
                .socketTimeout(settings.attemptTimeout())
                .build();
        this.credentials = Credentials.of(
                account.access(), Partitions.home(partition), http, overrides().build());
    }

    @Override
    public Collected collect(String service, Map<ResourceType, Set<String>> wanted, Consumer<Resource> found) {
        var collector = collectors.get(service);
        if (collector == null) {
            throw new IllegalArgumentException("no collector reads " + service);
        }
        var meter = new Meter();
        var presence = new Presence();
        var overrides = overrides()
                .addExecutionInterceptor(new Turnstile(governor, account, region, ceiling))
                .addExecutionInterceptor(meter)
                .addExecutionInterceptor(presence)
                .addExecutionInterceptor(new HtmlGuard())
                .addMetricPublisher(meter)
                .build();
        var wiring = new Wiring(credentials.provider(), clientRegion(), http, overrides);
        try (var site = new Site(account, partition, region, settings.concurrency(), api -> api.open(wiring))) {
            var unlisted = collector.collect(site, wanted, found);
            var absent = presence.isDenied(collector.api(), clientRegion());
            return new Collected(meter.sent(), meter.retried(), meter.throttled(), absent, unlisted);
        }
    }

    private Region clientRegion() {
        return Scope.of(region) == Scope.GLOBAL ? Partitions.global(partition) : Region.of(region);
    }

    private ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy().toBuilder()
                        .maxAttempts(settings.maxAttempts())
                        .build())
                .apiCallAttemptTimeout(settings.attemptTimeout())
                .apiCallTimeout(settings.callTimeout())
                .scheduledExecutorService(timer);
    }

    @Override
    public void close() {
        credentials.close();
        http.close();
        timer.shutdownNow();
    }
}
