package io.shisei.finding.search;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets the texts of reasons that no unsettled finding has any more. */
@Component
public class UnsettledReasons {

    private static final Logger LOG = LoggerFactory.getLogger(UnsettledReasons.class);

    private final JdbcClient jdbc;

    UnsettledReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * While nobody else has looked whether a text is there, and relies on it in a transaction that has not ended.
     *
     * @return how many there were
     * @throws QueryTimeoutException where somebody has
     */
    @Transactional
    public int forgetUnused() {
        jdbc.sql("set local statement_timeout = '1s'").update();
        jdbc.sql("lock table unsettled_reason in access exclusive mode").update();
        jdbc.sql("set local statement_timeout = 0").update();
        return jdbc.sql("""
                        delete from unsettled_reason r
                        where not exists (select from unsettled_finding f where f.reason_id = r.id)
                        """).update();
    }

    /** Once a night, on one instance; where scans are under way, perhaps the next. */
    @Configuration(proxyBeanMethods = false)
    static class Nightly {

        private static final TaskDescriptor<Void> REASONS = TaskDescriptor.of("unsettled-reasons");

        @Bean
        RecurringTask<Void> unsettledReasonsTask(UnsettledReasons reasons) {
            return Tasks.recurring(REASONS, Schedules.daily(ZoneOffset.UTC, LocalTime.of(3, 45)))
                    .execute((instance, context) -> {
                        try {
                            reasons.forgetUnused();
                        } catch (QueryTimeoutException e) {
                            LOG.info(
                                    "Texts of reasons are in use; what nobody has any more is forgotten another night");
                        }
                    });
        }
    }
}
