package io.shisei.aws.source;

import io.shisei.account.Account;
import io.shisei.account.AccountCode;
import io.shisei.account.AwsDoor;
import io.shisei.aws.kind.Service;
import io.shisei.aws.rate.AwsSettings;
import io.shisei.aws.rate.Governor;
import io.shisei.inventory.Source;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads every account that is not a recording from AWS. */
@Component
class AwsSource implements Source {

    private final Map<String, Service> services;
    private final AwsDoor door;
    private final AwsSettings settings;
    private final Governor governor;

    AwsSource(List<Service> services, AwsDoor door, AwsSettings settings, Governor governor) {
        this.services = services.stream().collect(Collectors.toMap(Service::name, Function.identity()));
        this.door = door;
        this.settings = settings;
        this.governor = governor;
    }

    @Override
    public boolean reads(Account account) {
        return !account.sample();
    }

    @Override
    public List<String> regions(Account account) {
        var identity = door.identify(account.access());
        if (!identity.accountId().equals(account.id())) {
            throw AccountCode.leadsElsewhere(identity.accountId(), account.id());
        }
        return account.regions().orElseGet(() -> door.enabledRegions(account.access()));
    }

    @Override
    public Session open(Account account, String region) {
        return new AwsSession(account, region, services, settings, governor);
    }
}
