package io.shisei.aws.source;

import io.shisei.account.Account;
import io.shisei.aws.door.Credentials;
import io.shisei.aws.door.Partitions;
import io.shisei.aws.door.Wiring;
import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Memory;
import io.shisei.aws.kind.Service;
import io.shisei.aws.kind.Site;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Ceiling;
import io.shisei.aws.rate.Governor;
import io.shisei.aws.rate.Meter;
import io.shisei.aws.rate.Turnstile;
import io.shisei.inventory.Resource;
import io.shisei.inventory.ResourceType;
import io.shisei.inventory.Scope;
import io.shisei.inventory.Source.Collected;
import io.shisei.inventory.Source.Session;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/** One account in one region; its clients share connections, credentials and a ceiling of concurrent calls. */
final class AwsSession implements Session {

    private final String account;
    private final String partition;
    private final String region;
    private final Map<String, Service> services;
    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aws-timer-", 0).factory());
    private final Governor governor;
    private final Ceiling ceiling;
    private final Credentials credentials;
    private final Memory memory = new Memory();

    AwsSession(Account account, String region, Map<String, Service> services, AwsSettings settings, Governor governor) {
        this.account = account.id();
        this.partition = account.partition();
        this.region = region;
        this.services = services;
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
        return collect(service, (read, site) -> read.collect(site, wanted, found));
    }

    @Override
    public Collected reread(ResourceType type, Set<String> fields, String arn, Consumer<Resource> found) {
        return collect(type.service(), (read, site) -> read.reread(site, type, fields, arn, found));
    }

    private Collected collect(String service, BiFunction<Service, Site, Service.Lack> reading) {
        var read = services.get(service);
        if (read == null) {
            throw new IllegalArgumentException("no service is called " + service);
        }
        var meter = new Meter();
        var presence = new Presence();
        var overrides = overrides()
                .addExecutionInterceptor(new Turnstile(governor, account, region, ceiling))
                .addExecutionInterceptor(meter)
                .addExecutionInterceptor(presence)
                .addMetricPublisher(meter)
                .build();
        try (var site = new Site(
                account,
                partition,
                region,
                settings.concurrency(),
                memory,
                (api, where) -> open(api, where, overrides))) {
            var lack = reading.apply(read, site);
            var absent = read.apis(site.scope()).allMatch(api -> presence.isDenied(api, tabled(api)));
            return new Collected(
                    meter.sent(), meter.retried(), meter.throttled(), absent, lack.unlisted(), lack.untagged());
        }
    }

    /**
     * What an account has once is asked at home. The SDK knows where that answers, and signs for it; at an endpoint that is
     * configured it signs for the region that it is given, which has to be a real one.
     */
    private SdkClient open(Api<?> api, String where, ClientOverrideConfiguration overrides) {
        var home = Scope.of(where) == Scope.REGIONAL ? Region.of(where) : Partitions.capital(partition);
        return api.open(new Wiring(credentials.provider(), home, http, overrides));
    }

    /** Where the SDK's table would have it: an API of the whole partition under the partition's own name. */
    private Region tabled(Api<?> api) {
        if (Scope.of(region) == Scope.REGIONAL) {
            return Region.of(region);
        }
        var whole = Partitions.global(partition);
        return api.isTabled(whole) ? whole : Partitions.capital(partition);
    }

    private ClientOverrideConfiguration.Builder overrides() {
        return settings.patience().scheduledExecutorService(timer);
    }

    @Override
    public void close() {
        credentials.close();
        http.close();
        timer.shutdownNow();
    }
}
