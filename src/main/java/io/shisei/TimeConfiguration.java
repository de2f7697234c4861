package io.shisei;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everything reads. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /** Counts microseconds, as PostgreSQL does: what is answered now is what is read back later. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), ChronoUnit.MICROS.getDuration());
    }
}
