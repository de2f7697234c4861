package io.shisei.scan.recheck;

import io.shisei.finding.Harvest;
import io.shisei.inventory.Resource;
import io.shisei.refusal.Refusal;
import io.shisei.scan.ScanCode;
import io.shisei.scan.ScanMetrics;
import io.shisei.scan.ScanSettings;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** Reads and judges one resource, as long as somebody waits for it. */
@Component
class RecheckRun {

    private final ScanSettings settings;
    private final ScanMetrics metrics;

    RecheckRun(ScanSettings settings, ScanMetrics metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /** @throws Refusal when it takes longer than anybody waits */
    RecheckReading read(RecheckOrder order) {
        var harvest = new Harvest(order.account().id(), order.region());
        try {
            return await(order, harvest);
        } catch (RuntimeException e) {
            harvest.close();
            throw e;
        }
    }

    private RecheckReading await(RecheckOrder order, Harvest harvest) {
        try (var thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("recheck-" + order.region()).factory())) {
            try {
                return result(thread.submit(() -> collect(order, harvest)));
            } finally {
                end(thread);
            }
        }
    }

    /**
     * A reading under way is interrupted, and waited for. It is so more than once: the SDK interrupts attempts that take too
     * long by itself, and takes another interruption of that moment for its own.
     */
    private static void end(ExecutorService thread) {
        try {
            do {
                thread.shutdownNow();
            } while (!thread.awaitTermination(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RecheckReading result(Future<RecheckReading> reading) {
        try {
            return reading.get(settings.recheckTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal.Conflict(
                    ScanCode.RECHECK_TOO_LONG, null, settings.recheckTimeout().toSeconds());
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a resource again broke off", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private RecheckReading collect(RecheckOrder order, Harvest harvest) {
        var found = new AtomicBoolean();
        try (var session = order.source().open(order.account(), order.region())) {
            var collected = session.reread(
                    order.type(), order.fields(), order.resource().arn(), resource -> {
                        add(order, harvest, resource);
                        found.set(true);
                    });
            metrics.asked(order.type().service(), collected);
            return new RecheckReading(harvest, found.get(), collected.unlisted());
        }
    }

    private static void add(RecheckOrder order, Harvest harvest, Resource resource) {
        harvest.add(resource, order.plan().judge(resource, order.occasion()));
    }
}
