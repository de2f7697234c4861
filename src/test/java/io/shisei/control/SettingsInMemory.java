package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Settings without a database. */
public final class SettingsInMemory implements ControlSettings {

    private final Map<String, ControlSetting> settings = new LinkedHashMap<>();

    /** The controls of a catalogue with their defaults. */
    public static Controls of(Catalogue catalogue) {
        return of(catalogue, new SettingsInMemory());
    }

    public static Controls of(Catalogue catalogue, ControlSettings settings) {
        return new Controls(catalogue, settings, TransactionOperations.withoutTransaction(), event -> {});
    }

    @Override
    public List<ControlSetting> findAll() {
        return List.copyOf(settings.values());
    }

    @Override
    public Optional<ControlSetting> findById(String controlId) {
        return Optional.ofNullable(settings.get(controlId));
    }

    @Override
    public ControlSetting save(ControlSetting setting) {
        settings.put(setting.controlId(), setting);
        return setting;
    }
}
