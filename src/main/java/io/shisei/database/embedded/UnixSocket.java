package io.shisei.database.embedded;

import io.shisei.database.DiskFull;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;

/** A Unix-domain socket as the JDBC driver wants it: a {@link Socket}, which the JDK has for TCP only. */
final class UnixSocket extends Socket {

    private static final int BUFFER = 64 * 1024;

    private final UnixDomainSocketAddress address;
    private final UnixChannel channel = new UnixChannel();
    private volatile int timeout;

    UnixSocket(UnixDomainSocketAddress address) throws IOException {
        super((SocketImpl) null);
        this.address = address;
    }

    /** Connects to this socket's own address; {@code ignored} is the host and port that the driver insists on. */
    @Override
    public void connect(SocketAddress ignored, int millis) throws IOException {
        try {
            channel.connect(address);
        } catch (IOException e) {
            throw Disk.isFull(address.getPath().toAbsolutePath().resolveSibling(".")) ? new DiskFull(e) : e;
        }
    }

    @Override
    public InputStream getInputStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return channel.receive(ByteBuffer.wrap(bytes, offset, length), timeout);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                channel.send(ByteBuffer.wrap(bytes, offset, length));
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void setSoTimeout(int millis) {
        timeout = millis;
    }

    @Override
    public int getSoTimeout() {
        return timeout;
    }

    // What follows means something for TCP only; the driver asks all the same.

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public int getReceiveBufferSize() {
        return BUFFER;
    }

    @Override
    public int getSendBufferSize() {
        return BUFFER;
    }
}
