package io.shisei.scan;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param accountsAtOnce how many accounts are scanned at once, by all instances of the service together
 * @param recheckTimeout how long somebody waits for a single resource that is read again
 */
@ConfigurationProperties("shisei.scan")
public record ScanSettings(
        @DefaultValue("4") int accountsAtOnce,
        @DefaultValue("60s") Duration recheckTimeout) {

    public ScanSettings {
        if (accountsAtOnce < 1) {
            throw new IllegalArgumentException("shisei.scan.accounts-at-once begins at 1");
        }
        if (!recheckTimeout.isPositive()) {
            throw new IllegalArgumentException("shisei.scan.recheck-timeout must be positive");
        }
    }
}
