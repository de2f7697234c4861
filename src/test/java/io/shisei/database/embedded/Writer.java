package io.shisei.database.embedded;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** A process with an embedded database that writes rows until it is killed, and says which were acknowledged. */
final class Writer {

    private static final int THREADS = 4;

    private final Embedded database;
    private final AtomicLong number;

    private Writer(Embedded database, long first) {
        this.database = database;
        this.number = new AtomicLong(first);
    }

    /** @param arguments the data folder, and the first number to write */
    static void main(String... arguments) throws Exception {
        var database = Embedded.start(Path.of(arguments[0]));
        database.jdbc()
                .sql("create table if not exists written (number bigint primary key)")
                .update();
        var writer = new Writer(database, Long.parseLong(arguments[1]));
        for (int i = 0; i < THREADS; i++) {
            new Thread(writer::write).start();
        }
    }

    private void write() {
        try (var connection = database.dataSource(
                                ClusterAccess.NAME, database.server().password())
                        .getConnection();
                var insert = connection.prepareStatement("insert into written values (?)")) {
            while (true) {
                var next = number.getAndIncrement();
                insert.setLong(1, next);
                insert.executeUpdate();
                System.out.println("acknowledged " + next + ".");
            }
        } catch (SQLException e) {
            System.out.println("no more: " + e.getMessage()); // the database was killed first
        }
    }
}
