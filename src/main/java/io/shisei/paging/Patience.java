package io.shisei.paging;

import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long somebody waits for what no index serves: there may be millions of rows to read for it. */
public final class Patience {

    private static final String TEN_SECONDS = "set local statement_timeout = '10s'";

    private Patience() {}

    /**
     * Reads in the caller's transaction, of which each later statement may take as long.
     *
     * @param tooLong what is thrown when a statement takes longer
     */
    public static <T> T read(JdbcClient jdbc, Supplier<T> reading, Supplier<? extends RuntimeException> tooLong) {
        try {
            jdbc.sql(TEN_SECONDS).update();
            return reading.get();
        } catch (QueryTimeoutException e) {
            throw tooLong.get();
        }
    }
}
