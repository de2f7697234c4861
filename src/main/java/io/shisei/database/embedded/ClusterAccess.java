package io.shisei.database.embedded;

import io.shisei.database.start.Unusable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/** The one way to the embedded database: a socket in a folder of our own; loopback TCP where there are no such sockets. */
sealed interface ClusterAccess {

    /** Role and database of the service. */
    String NAME = "shisei";

    /** What PostgreSQL is told about it on its command line. */
    List<String> settings();

    /** The only line of {@code pg_hba.conf}: nobody else gets in, and the superuser does not either. */
    String rule();

    String url();

    /** Removes what it has made outside the data folder. */
    default void close() throws IOException {}

    static ClusterAccess to(DataFolder folder) throws IOException {
        return Private.HAS_MODES ? Socket.in(folder) : Loopback.free();
    }

    /** @param folder 0700; PostgreSQL makes the socket in it */
    record Socket(Path folder) implements ClusterAccess {

        private static final String FILE = ".s.PGSQL.5432";
        private static final int LONGEST = 103; // macOS takes 104 bytes with the final zero, Linux 108

        static Socket in(DataFolder folder) throws IOException {
            var memo = folder.socket();
            forget(memo);
            var usual = memo.resolve(FILE).toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST;
            return new Socket(usual ? Private.folder(memo) : elsewhere(memo));
        }

        /** A folder with a short path; a link to it, in the place of the usual one, lets the next start clean up. */
        private static Path elsewhere(Path memo) throws IOException {
            var folder = Files.createTempDirectory("shisei");
            if (folder.resolve(FILE).toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
                Files.delete(folder);
                throw new Unusable(
                        "No socket can be made: the paths " + memo + " and " + folder + " are too long.",
                        "Choose a shorter one with shisei.data-dir.");
            }
            Files.createSymbolicLink(memo, folder);
            return folder;
        }

        private static void forget(Path memo) throws IOException {
            if (Files.isSymbolicLink(memo)) {
                new Socket(Files.readSymbolicLink(memo)).close();
                Files.delete(memo);
            }
            FileSystemUtils.deleteRecursively(memo);
        }

        /** Names each file: whoever else may write beside the folder can put no other in its place to be deleted. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(folder.resolve(FILE));
            Files.deleteIfExists(folder.resolve(FILE + ".lock"));
            Files.deleteIfExists(folder);
        }

        @Override
        public List<String> settings() {
            return List.of(
                    "listen_addresses=",
                    "port=5432",
                    "unix_socket_permissions=0600",
                    "unix_socket_directories=\"" + folder.toString().replace("\"", "\"\"") + '"');
        }

        @Override
        public String rule() {
            return "local " + NAME + " " + NAME + " scram-sha-256";
        }

        @Override
        public String url() {
            return "jdbc:postgresql://localhost/" + NAME + "?sslmode=disable&gssEncMode=disable&socketFactory="
                    + UnixSockets.class.getName() + "&socketFactoryArg="
                    + URLEncoder.encode(folder.resolve(FILE).toString(), StandardCharsets.UTF_8);
        }
    }

    /** @param port on 127.0.0.1 */
    record Loopback(int port) implements ClusterAccess {

        static Loopback free() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return new Loopback(socket.getLocalPort());
            }
        }

        @Override
        public List<String> settings() {
            return List.of("listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=");
        }

        @Override
        public String rule() {
            return "host " + NAME + " " + NAME + " 127.0.0.1/32 scram-sha-256";
        }

        @Override
        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?sslmode=disable&gssEncMode=disable";
        }
    }
}
