package io.shisei.control.setting;

import static org.mockito.Mockito.mock;

import io.shisei.account.Accounts;
import io.shisei.control.Controls;
import io.shisei.control.catalogue.Catalogue;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Settings without a database. */
public final class SettingsInMemory implements StoredSettings {

    private final Map<UUID, StoredSetting> settings = new LinkedHashMap<>();

    /** The controls of a catalogue with their defaults. */
    public static Controls of(Catalogue catalogue) {
        return of(catalogue, new SettingsInMemory(), mock(Accounts.class));
    }

    static Controls of(Catalogue catalogue, StoredSettings settings, Accounts accounts) {
        var written = new ControlSettings(
                settings,
                mock(SettingHistory.class),
                accounts,
                TransactionOperations.withoutTransaction(),
                event -> {},
                Clock.systemUTC());
        return new Controls(() -> catalogue, written);
    }

    @Override
    public List<StoredSetting> findAll() {
        return List.copyOf(settings.values());
    }

    @Override
    public List<StoredSetting> findByControlId(String controlId) {
        return settings.values().stream()
                .filter(setting -> setting.toSaid().control().value().equals(controlId))
                .toList();
    }

    @Override
    public List<StoredSetting> findByAccountIdOrderByControlId(String accountId) {
        return settings.values().stream()
                .filter(setting -> accountId.equals(setting.toSaid().level().accountId()))
                .sorted(Comparator.comparing(setting -> setting.toSaid().control()))
                .toList();
    }

    @Override
    public StoredSetting save(StoredSetting setting) {
        settings.put(setting.id(), setting);
        return setting;
    }

    @Override
    public void delete(StoredSetting setting) {
        settings.remove(setting.id());
    }
}
