package io.shisei.scan;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param accountsAtOnce how many accounts are scanned at once, by all instances of the service together */
@ConfigurationProperties("shisei.scan")
public record ScanSettings(@DefaultValue("4") int accountsAtOnce) {

    public ScanSettings {
        if (accountsAtOnce < 1) {
            throw new IllegalArgumentException("shisei.scan.accounts-at-once begins at 1");
        }
    }
}
