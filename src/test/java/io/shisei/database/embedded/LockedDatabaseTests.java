package io.shisei.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into the embedded database: the service, and nobody else on the machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LockedDatabaseTests {

    @TempDir
    static Path parent;

    private Embedded database;

    @BeforeAll
    void start() throws IOException {
        Files.setPosixFilePermissions(parent, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        database = Embedded.start(parent.resolve("data"));
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
    }

    @Test
    void leavesNothingOpenToOthers() throws IOException {
        try (var ours = Files.walk(parent.resolve("data"));
                var programs =
                        Files.walk(parent.resolve("data/postgres-binaries").toRealPath())) {
            assertThat(Stream.concat(ours, programs).filter(file -> !Files.isSymbolicLink(file)))
                    .hasSizeGreaterThan(2000)
                    .allSatisfy(file -> assertThat(Private.FOLDER).containsAll(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void letsInOnlyTheServicesRoleWithItsPassword() throws IOException {
        assertThat(Files.readString(parent.resolve("data/postgres/pg_hba.conf")))
                .isEqualTo("local shisei shisei scram-sha-256\n");
        assertThat(database.jdbc()
                        .sql("select current_user")
                        .query(String.class)
                        .single())
                .isEqualTo("shisei");
        assertThat(refusal("shisei", "guessed")).isEqualTo("28P01");
        assertThat(refusal("postgres", database.server().password())).isEqualTo("28000");
    }

    private String refusal(String user, String password) {
        try (var connection = database.dataSource(user, password).getConnection()) {
            return "none: " + connection;
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    @Test
    void keepsNobodyElseFromItsFilesByLuckOfTheUmask() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can be somebody else");
        var password = database.data().resolve("postgres-password");
        assertThat(asNobody("cat", password.toString())).contains("Permission denied");
        assertThat(asNobody("ls", database.postgres().toString())).contains("Permission denied");
        assertThat(asNobody("cat", "/proc/" + database.process().pid() + "/environ"))
                .contains("Permission denied");
        assertThat(asNobody("perl", "-MIO::Socket::UNIX", "-e", CONNECT.formatted(socket())))
                .isEqualTo("Permission denied");
        assertThat(said(List.of("perl", "-MIO::Socket::UNIX", "-e", CONNECT.formatted(socket()))))
                .isEqualTo("connected");
    }

    private static final String CONNECT = "print IO::Socket::UNIX->new(Peer => '%s') ? 'connected' : $!";

    private Path socket() {
        return database.data().resolve("postgres-socket").resolve(".s.PGSQL.5432");
    }

    private static String asNobody(String... command) throws Exception {
        var whole = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        whole.addAll(List.of(command));
        return said(whole);
    }

    private static String said(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void isNoSuperuser() {
        var role = database.jdbc()
                .sql("select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls from pg_roles"
                        + " where rolname = current_user")
                .query(Boolean.class)
                .single();
        assertThat(role).isFalse();
        assertThatThrownBy(() -> database.jdbc()
                        .sql("copy (select 1) to program 'cat > /dev/null'")
                        .update())
                .rootCause()
                .extracting(cause -> ((SQLException) cause).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void listensOnNoPort() {
        assertThat(setting("listen_addresses")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasNoSocketButItsOwn() throws IOException {
        var inodes = new ArrayList<String>();
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6", "/proc/net/udp", "/proc/net/udp6")) {
            Files.readAllLines(Path.of(table)).stream()
                    .skip(1)
                    .map(line -> "socket:[" + line.strip().split("\\s+")[9] + "]")
                    .forEach(inodes::add);
        }
        try (var handles = Files.list(Path.of("/proc/" + database.process().pid() + "/fd"))) {
            var open = handles.map(LockedDatabaseTests::target).toList();
            assertThat(open).anyMatch(target -> target.startsWith("socket:")).doesNotContainAnyElementsOf(inodes);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void knowsNothingOfTheServicesEnvironment() throws IOException {
        assertThat(System.getenv()).containsKey("TESTCONTAINERS_RYUK_DISABLED"); // the tests' stand-in for a secret
        var environment = Files.readString(Path.of("/proc/" + database.process().pid() + "/environ"));
        assertThat(environment.split("\0"))
                .isNotEmpty()
                .allMatch(variable -> variable.matches("(?s)(PATH|LANG|LC_\\w+|TZ|PG\\w+)=.*"));
    }

    @Test
    void losesNothingThatItHasAcknowledged() {
        assertThat(List.of(setting("fsync"), setting("synchronous_commit"), setting("full_page_writes")))
                .containsOnly("on");
    }

    private String setting(String name) {
        return database.jdbc()
                .sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }
}
