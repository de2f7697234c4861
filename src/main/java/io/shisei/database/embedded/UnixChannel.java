package io.shisei.database.embedded;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A connection to a Unix-domain socket that can be waited for with a limit. A virtual thread that waits lets its carrier
 * go. As with the JDK's TCP sockets on platform threads, an interrupt does not end the wait; closing does.
 */
final class UnixChannel implements AutoCloseable {

    private final SocketChannel channel;
    private final Selector readable;
    private final Selector writable;

    UnixChannel() throws IOException {
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        readable = channel.provider().openSelector();
        writable = channel.provider().openSelector();
    }

    void connect(UnixDomainSocketAddress address) throws IOException {
        channel.connect(address);
        channel.configureBlocking(false);
        channel.register(readable, SelectionKey.OP_READ);
        channel.register(writable, SelectionKey.OP_WRITE);
    }

    /**
     * Reads what is there, at least one byte.
     *
     * @param millis how long to wait for it; 0 waits without end
     * @return the number of bytes; -1 at the end
     * @throws SocketTimeoutException when nothing came in time; the connection can be used on
     */
    int receive(ByteBuffer buffer, int millis) throws IOException {
        var read = channel.read(buffer);
        while (read == 0 && buffer.hasRemaining()) {
            await(readable, millis);
            read = channel.read(buffer);
        }
        return read;
    }

    void send(ByteBuffer buffer) throws IOException {
        channel.write(buffer);
        while (buffer.hasRemaining()) {
            await(writable, 0);
            channel.write(buffer);
        }
    }

    private static void await(Selector selector, int millis) throws IOException {
        var end = System.nanoTime() + millis * 1_000_000L;
        var interrupted = false;
        try {
            while (selector.select(key -> {}, remaining(millis, end)) == 0) {
                interrupted |= Thread.interrupted(); // else each further select would return at once
                if (millis > 0 && System.nanoTime() >= end) {
                    throw new SocketTimeoutException("no answer within " + millis + " ms");
                }
            }
        } catch (ClosedSelectorException e) {
            throw new SocketException("the socket was closed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long remaining(int millis, long end) {
        return millis == 0 ? 0 : Math.max(1, (end - System.nanoTime()) / 1_000_000);
    }

    boolean isConnected() {
        return channel.isConnected();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        readable.close();
        writable.close();
    }
}
