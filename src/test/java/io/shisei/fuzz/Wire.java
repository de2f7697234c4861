package io.shisei.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, and reads what comes back until the service closes the connection. */
final class Wire {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type: (.*?)\\r?$");

    private final int port;
    private final int deadline;

    Wire(int port, Duration deadline) {
        this.port = port;
        this.deadline = (int) deadline.toMillis();
    }

    /**
     * What came back.
     *
     * @param status 0 when nothing did, as where the service closes the connection while it is still written to
     * @param hung whether the deadline passed before the end
     */
    record Answer(int status, String head, String body, boolean hung) {
        /** The content type; null when the answer has none. */
        @Nullable
        String type() {
            var found = TYPE.matcher(head);
            return found.find() ? found.group(1) : null;
        }

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains(header);
        }
    }

    Answer send(byte[] request) throws IOException {
        var read = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), deadline);
            socket.setSoTimeout(deadline);
            write(socket, request);
            var end = System.nanoTime() + deadline * 1_000_000L;
            var buffer = new byte[8192];
            for (int n; (n = socket.getInputStream().read(buffer)) >= 0; ) {
                read.write(buffer, 0, n);
                if (System.nanoTime() > end || isStream(read)) {
                    return answer(read, !isStream(read));
                }
            }
            return answer(read, false);
        } catch (SocketTimeoutException e) {
            return answer(read, true);
        } catch (IOException reset) {
            return answer(read, false);
        }
    }

    /** The service may answer, and close, before it has read all. */
    private static void write(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            // What it said can be read all the same.
        }
    }

    private static boolean isStream(ByteArrayOutputStream read) {
        return read.size() < 4096
                && read.toString(StandardCharsets.ISO_8859_1).contains("Content-Type: text/event-stream");
    }

    private static Answer answer(ByteArrayOutputStream read, boolean hung) {
        var text = read.toString(StandardCharsets.ISO_8859_1) // A byte each, as lengths of chunks count.
                .replaceFirst("^HTTP/1\\.1 100 .*\r\n\r\n", ""); // Tells only to go on.
        var status = STATUS.matcher(text);
        var end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        var body = end < 0 ? "" : text.substring(end + 4);
        var whole = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked") ? unchunked(body) : body;
        return new Answer(
                status.lookingAt() ? Integer.parseInt(status.group(1)) : 0,
                head,
                new String(unpacked(head, whole.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.UTF_8),
                hung);
    }

    /** Attacks ask for compression in both ways that HTTP has. */
    private static byte[] unpacked(String head, byte[] body) {
        if (!head.toLowerCase(Locale.ROOT).contains("-encoding: gzip")) {
            return body;
        }
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return packed.readAllBytes();
        } catch (IOException broken) {
            return body;
        }
    }

    private static String unchunked(String body) {
        var whole = new StringBuilder();
        for (var at = 0; body.indexOf("\r\n", at) > at; ) {
            var line = body.indexOf("\r\n", at);
            var length = Integer.parseInt(body.substring(at, line).strip(), 16);
            whole.append(body, line + 2, Math.min(body.length(), line + 2 + length));
            at = Math.min(body.length(), line + 2 + length + 2);
        }
        return whole.toString();
    }
}
