package io.shisei.aws.rate;

import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Keeps all calls of this process to an account within the operator's share of what AWS allows, and within a ceiling of
 * calls at once.
 */
@Component
public final class Governor {

    private record Key(String account, String region, String api, String operation) {}

    private final Rates rates;
    private final AwsSettings settings;
    private final TimeMeter clock;
    private final BlockingStrategy sleep;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> seats = new ConcurrentHashMap<>();

    @Autowired
    public Governor(AwsSettings settings) {
        this(settings, Rates.read(settings.rates()), TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    public Governor(AwsSettings settings, Rates rates, TimeMeter clock, BlockingStrategy sleep) {
        this.rates = rates;
        this.settings = settings;
        this.clock = clock;
        this.sleep = sleep;
    }

    /** Seats for the calls of one unit, which are seats of its account too. */
    public Ceiling ceiling(String account) {
        var ofAccount = seats.computeIfAbsent(account, same -> new Semaphore(settings.accountConcurrency(), true));
        return new Ceiling(new Semaphore(settings.concurrency(), true), ofAccount);
    }

    /** When the reading of a service that begins now is cut off. */
    Deadline deadline() {
        return new Deadline(settings.serviceTimeout(), clock);
    }

    /** Waits for leave to make one request; answers false when it does not come {@code within} that time. */
    boolean admit(String account, String region, String api, String operation, Duration within)
            throws InterruptedException {
        var bucket = bucket(account, region, api, operation);
        try {
            return bucket.asBlocking().tryConsume(1, Math.max(1, within.toNanos()), sleep);
        } catch (InterruptedException e) {
            bucket.addTokens(1);
            throw e;
        }
    }

    /** Counts a request that goes without waiting: whoever comes next waits the longer. */
    void charge(String account, String region, String api, String operation) {
        bucket(account, region, api, operation).consumeIgnoringRateLimits(1);
    }

    private Bucket bucket(String account, String region, String api, String operation) {
        var rate = rates.of(api, operation);
        var key = new Key(
                account,
                rate.scope() == Rate.Scope.ACCOUNT ? "" : region,
                api,
                rate.bucket() == Rate.Sharing.API ? "" : operation);
        return buckets.computeIfAbsent(
                key,
                same -> Bucket.builder()
                        .addLimit(rate.share(settings.share()))
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
