package io.shisei.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** What befalls a service that has just been started; answers the connections that stay open meanwhile. */
enum Trial {
    /** As soon as the port is open, all at once. */
    BURST {
        @Override
        List<Socket> fire(Instance service, long seed) throws IOException, InterruptedException {
            var port = URI.create(service.api().url()).getPort();
            awaitPort(service, port);
            var kinds = BadConnection.values();
            var random = new Random(seed);
            var open = new CopyOnWriteArrayList<Socket>();
            var threads = random.ints(CONNECTIONS, 0, kinds.length)
                    .mapToObj(kind -> Thread.ofPlatform().start(() -> open(kinds[kind], port, open)))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
            return open;
        }
    },
    FIRST_SCAN {
        @Override
        List<Socket> fire(Instance service, long seed) throws IOException, InterruptedException {
            service.awaitReady();
            service.api().register(List.of("us-east-1", "us-east-2"));
            service.api().scanToTheEnd(LONGEST_SCAN);
            return List.of();
        }
    };

    private static final int CONNECTIONS = 60;
    private static final Duration LONGEST_SCAN = Duration.ofMinutes(5);
    private static final int LOOKS = 12_000;

    abstract List<Socket> fire(Instance service, long seed) throws IOException, InterruptedException;

    private static void open(BadConnection kind, int port, List<Socket> open) {
        try {
            open.add(kind.open(port));
        } catch (IOException refused) {
            // The server's good right.
        }
    }

    private static void awaitPort(Instance service, int port) throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS && service.process().isAlive(); i++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(20);
            }
        }
        throw new IOException("the service did not start; see " + service.log());
    }
}
