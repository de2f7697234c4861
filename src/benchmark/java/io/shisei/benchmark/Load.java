package io.shisei.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What came of asking the same again and again over some connections: nanoseconds of the good answers. */
record Load(long[] sorted, int failed, long bytes, double seconds) {

    private record Share(List<Long> times, int failed, long bytes) {}

    static Load put(String url, byte[] request, int connections, Duration time) throws Exception {
        var start = System.nanoTime();
        var end = start + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Callable<Share> one = () -> ask(URI.create(url), request, end);
            var shares = new ArrayList<Share>();
            for (var share : threads.invokeAll(Collections.nCopies(connections, one))) {
                shares.add(share.get());
            }
            return sum(shares, (System.nanoTime() - start) / 1e9);
        }
    }

    private static Share ask(URI url, byte[] request, long end) throws IOException {
        var times = new ArrayList<Long>();
        var failed = 0;
        var bytes = 0L;
        try (var wire = new Wire(url.getHost(), url.getPort())) {
            for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
                if (wire.ask(request) == 200) {
                    times.add(System.nanoTime() - now);
                } else {
                    failed++;
                }
                bytes += wire.bytes();
            }
        }
        return new Share(times, failed, bytes);
    }

    private static Load sum(List<Share> shares, double seconds) {
        var sorted = shares.stream()
                .flatMap(share -> share.times().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        var failed = shares.stream().mapToInt(Share::failed).sum();
        var bytes = shares.stream().mapToLong(Share::bytes).sum();
        return new Load(sorted, failed, bytes, seconds);
    }

    int answered() {
        return sorted.length + failed;
    }

    double perSecond() {
        return sorted.length / seconds;
    }

    /** In milliseconds; not a number where nothing was answered. */
    double percentile(int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }

    long bytesEach() {
        return bytes / Math.max(1, answered());
    }
}
