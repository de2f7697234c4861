package io.shisei.database.embedded;

import io.shisei.database.Outage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process that fills a small disk with its database on it, and says what becomes of it. */
final class FullDisk {

    private static final String WRITE =
            "insert into filled select repeat(md5(i::text), 30) from generate_series(1, 5000) i";

    private FullDisk() {}

    /** @param arguments the data folder, on a disk of its own */
    static void main(String... arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var rest = data.resolve("rest");
        try (var database = Embedded.start(data)) {
            database.jdbc().sql("create table filled (text text)").update();
            System.out.println("full at first: " + database.server().isFull());
            fill(rest);
            System.out.println("full then: " + database.server().isFull());
            System.out.println("write: " + outage(database.jdbc(), WRITE));
            database.server().close();
            System.out.println("connect: " + outage(database.jdbc(), "create table never (id int)"));
        }
        Files.delete(rest);
        try (var database = Embedded.start(data)) {
            System.out.println("kept: " + count(database));
            System.out.println("rows: " + database.jdbc().sql(WRITE).update());
        }
    }

    private static int count(Embedded database) {
        return database.jdbc()
                .sql("select count(*) from filled")
                .query(Integer.class)
                .single();
    }

    private static void fill(Path file) throws IOException {
        try (var channel = Private.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (true) {
                channel.write(ByteBuffer.allocate(4096));
            }
        } catch (IOException full) {
            System.out.println("filled up to " + Files.size(file) + " bytes");
        }
    }

    private static String outage(JdbcClient jdbc, String sql) {
        try {
            jdbc.sql(sql).update();
            return "none";
        } catch (DataAccessException e) {
            return Outage.behind(e).map(Enum::name).orElse(e.toString());
        }
    }
}
