package io.shisei.control.setting;

import io.shisei.control.Controls;
import io.shisei.control.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Settings without a database. */
public final class SettingsInMemory implements StoredSettings {

    private final Map<String, StoredSetting> settings = new LinkedHashMap<>();

    /** The controls of a catalogue with their defaults. */
    public static Controls of(Catalogue catalogue) {
        return of(catalogue, new SettingsInMemory());
    }

    static Controls of(Catalogue catalogue, StoredSettings settings) {
        var written = new ControlSettings(settings, TransactionOperations.withoutTransaction(), event -> {});
        return new Controls(() -> catalogue, written);
    }

    @Override
    public List<StoredSetting> findAll() {
        return List.copyOf(settings.values());
    }

    @Override
    public Optional<StoredSetting> findById(String controlId) {
        return Optional.ofNullable(settings.get(controlId));
    }

    @Override
    public StoredSetting save(StoredSetting setting) {
        settings.put(setting.controlId(), setting);
        return setting;
    }
}
