package io.shisei.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers that the database had no room for a change, until it has; the pool shows it every failed statement. */
@Component
class Room implements BeanPostProcessor {

    // About a megabyte: more than may be left free in files that are there.
    private static final String PROBE = """
            do $$ begin
                create temporary table room as select repeat(md5(i::text), 60) as filling from generate_series(1, 600) i;
                drop table room;
            end $$
            """;

    private volatile boolean lacking;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool) {
            pool.setExceptionOverride(new Notice());
        }
        return bean;
    }

    /** Tries to write if the last try to write has failed for want of room. */
    boolean isLacking(DataSource database) {
        if (lacking) {
            try {
                JdbcClient.create(database).sql(PROBE).update();
                lacking = false;
            } catch (DataAccessException e) {
                lacking = Outage.behind(e).filter(Outage.DISK_FULL::equals).isPresent();
            }
        }
        return lacking;
    }

    private final class Notice implements SQLExceptionOverride {

        /** Connections to a server that has become a standby are given up: the next may lead to its successor. */
        @java.lang.Override
        public Override adjudicate(SQLException failure) {
            var outage = Outage.behind(failure);
            lacking |= outage.filter(Outage.DISK_FULL::equals).isPresent();
            return outage.filter(Outage.READ_ONLY::equals).isPresent() ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }
}
