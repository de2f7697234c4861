package io.shisei.api;

import io.shisei.account.AccessPolicy;
import io.shisei.account.Accounts;
import io.shisei.account.Organizations;
import io.shisei.account.Registration;
import io.shisei.control.Controls;
import io.shisei.finding.Findings;
import io.shisei.inventory.StoredResources;
import io.shisei.sample.SampleAccount;
import io.shisei.scan.Scanner;
import io.shisei.scan.Scans;
import io.shisei.schedule.Schedules;
import io.shisei.score.Scores;
import io.shisei.score.Trends;
import io.shisei.security.Tokens;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole API over services that are not there, and without logins. */
@Retention(RetentionPolicy.RUNTIME)
@WebMvcTest(
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.shisei\\.api\\..*"))
@AutoConfigureMockMvc(addFilters = false)
@Import(ApiTest.StoppedClock.class)
@MockitoBean(
        types = {
            AccessPolicy.class,
            Accounts.class,
            Controls.class,
            Findings.class,
            Organizations.class,
            Registration.class,
            SampleAccount.class,
            Scanner.class,
            Scans.class,
            Schedules.class,
            Scores.class,
            StoredResources.class,
            Tokens.class,
            Trends.class
        })
@interface ApiTest {

    Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TestConfiguration(proxyBeanMethods = false)
    class StoppedClock {
        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }
}
