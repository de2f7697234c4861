package io.shisei.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.shisei.test.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A plan for any values comes of a statement that the server keeps, after it was asked some times. */
@DatabaseTest
class PlannedReadsTests {

    private static final String KEPT =
            "select count(*) from pg_prepared_statements where statement like '%planned reads%'";

    @Autowired
    JdbcClient any;

    @Autowired
    PlannedReads planned;

    @Test
    void keepNoStatement() {
        assertThat(kept(any)).isPositive();
        any.sql("deallocate all").update();
        assertThat(kept(planned.jdbc())).isZero();
    }

    private long kept(JdbcClient jdbc) {
        for (var time = 0; time < 12; time++) {
            jdbc.sql("select :time::int -- planned reads")
                    .param("time", time)
                    .query(Integer.class)
                    .single();
        }
        return planned.jdbc().sql(KEPT + " and name <> ''").query(Long.class).single();
    }
}
