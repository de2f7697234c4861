package io.shisei.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

/** Ways to treat a server badly. Each leaves its connection open, if it can, until the trial is over. */
enum BadConnection {
    HALF_OPEN(""),
    SLOW_HEADERS("GET /login HTTP/1.1\r\nHost: localhost\r\nX-Never: en"),
    SLOW_BODY("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: 1000\r\n\r\nusername=ad"),
    HUGE_HEADERS("GET / HTTP/1.1\r\nHost: localhost\r\nX-Huge: " + "a".repeat(64 << 10) + "\r\n\r\n"),
    BAD_LENGTH("POST /api/v1/scans HTTP/1.1\r\nHost: localhost\r\nContent-Length: -7\r\n\r\n"),
    BAD_CHUNKS("POST /api/v1/scans HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    BAD_LOGIN("GET /api/v1/accounts HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic YWRtaW46d3Jvbmc=\r\n\r\n"),
    OTHER_PROTOCOL("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    TLS_HELLO(HexFormat.of().parseHex("16030100c8010000c40303")),
    GARBAGE(noise()),
    /** Asks as one should and hangs up before there can be an answer. */
    EARLY_CLOSE("GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n") {
        @Override
        void afterwards(Socket socket) throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    },
    NO_SUCH_PATH("GET /%2e%2e/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private final byte[] sent;

    BadConnection(String sent) {
        this(sent.getBytes(StandardCharsets.ISO_8859_1));
    }

    BadConnection(byte[] sent) {
        this.sent = sent;
    }

    private static byte[] noise() {
        var bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    /** The connection, for the caller to close; a server that hangs up first does no harm. */
    Socket open(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        try {
            socket.getOutputStream().write(sent);
            afterwards(socket);
        } catch (IOException hungUp) {
            socket.close();
        }
        return socket;
    }

    void afterwards(Socket socket) throws IOException {}
}
