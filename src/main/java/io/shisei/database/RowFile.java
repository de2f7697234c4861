package io.shisei.database;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * Rows on disk, written and then read once, by streams rather than a channel, which an interrupted thread would close
 * for all others. The file has no name while it is open: it goes with the process, however that ends.
 */
public final class RowFile implements Closeable {

    private final InputStream in;
    private final BufferedWriter out;

    public RowFile() {
        try {
            var file = Files.createTempFile("shisei-rows", ".copy");
            in = Files.newInputStream(file);
            // Unix takes the name away at once, Windows when the process is gone.
            out = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(CharSequence rows) throws IOException {
        out.append(rows);
    }

    /** All rows, from the first; whoever reads them may close it. */
    public InputStream read() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return in;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            out.close();
        }
    }
}
