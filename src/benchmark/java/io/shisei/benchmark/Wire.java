package io.shisei.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection that is kept (HTTP/1.1, RFC 9112), with next to no work of its own, since it shares the cores. */
final class Wire implements AutoCloseable {

    private final String host;
    private final int port;
    private final byte[] line = new byte[8192];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private long bytes;

    Wire(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        connect();
    }

    private void connect() throws IOException {
        socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
        closing = false;
    }

    /** Answers the status, after the whole answer has come; connects anew where the service said that it would close. */
    int ask(byte[] request) throws IOException {
        if (closing) {
            socket.close();
            connect();
        }
        bytes = 0;
        out.write(request);
        var status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -1;
            } else if (lower.equals("connection: close")) {
                closing = true;
            }
        }
        if (length < 0) {
            skipChunks();
        } else {
            skip(length);
        }
        return status;
    }

    /** How long the last answer was, with its headers. */
    long bytes() {
        return bytes;
    }

    private void skipChunks() throws IOException {
        for (var size = chunk(); size > 0; size = chunk()) {
            skip(size);
            line();
        }
        line();
    }

    private long chunk() throws IOException {
        return Long.parseLong(line(), 16);
    }

    private void skip(long length) throws IOException {
        in.skipNBytes(length);
        bytes += length;
    }

    private String line() throws IOException {
        var length = 0;
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the service closed the connection");
            }
            line[length++] = (byte) next;
        }
        bytes += length + 1;
        return new String(line, 0, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
